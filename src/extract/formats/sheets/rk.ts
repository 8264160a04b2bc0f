/** RK numbers (MS-XLS 2.5.217, MS-XLSB 2.5.122): 30 bits of a double or of an integer, perhaps a hundredfold. */
import { f64le } from "../../bytes.ts";

const held = new Uint8Array(8);

export function rkNumber(rk: number): number {
  const hundredfold = (rk & 1) !== 0;
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    for (let byte = 0; byte < 4; byte++) held[4 + byte] = (rk >>> (byte * 8)) & 0xff;
    held[4] = (held[4] ?? 0) & 0xfc;
    value = f64le(held, 0);
  }
  return hundredfold ? value / 100 : value;
}
