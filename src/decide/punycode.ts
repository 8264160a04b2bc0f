/** Punycode of one domain label (RFC 3492), since the handler's runtime has no `URL`. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) >> 1) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** One number in the variable-length notation of RFC 3492 section 3.3. */
function varint(value: number, bias: number): string {
  let out = "";
  let rest = value;
  for (let k = BASE; ; k += BASE) {
    const t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
    if (rest < t) return out + DIGITS.charAt(rest);
    out += DIGITS.charAt(t + ((rest - t) % (BASE - t)));
    rest = Math.floor((rest - t) / (BASE - t));
  }
}

/** `müller` -> `xn--mller-kva`; a label of ASCII comes back as it is; `undefined` where it is too long to be a label. */
export function toPunycode(label: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- all of ASCII is meant
  if (/^[\u0000-\u007F]*$/.test(label)) return label;
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0);
  if (points.length > 63) return undefined;
  const basic = points.filter((point) => point < INITIAL_N);
  let out = String.fromCharCode(...basic) + (basic.length > 0 ? "-" : "");
  let [n, delta, bias, handled] = [INITIAL_N, 0, INITIAL_BIAS, basic.length];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      out += varint(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return `xn--${out}`;
}
