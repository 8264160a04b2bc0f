/**
 * What the 2022 Outlook client needs of ASP.NET AJAX, which it would else fetch from Microsoft's CDN and wait for.
 * A plain script, served before office.js: it defines what that client probes for and calls, and nothing more.
 */
(() => {
  const page = globalThis as unknown as Record<string, unknown>;
  const nothing = (): null => null;
  const define = (target: object, members: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(members)) {
      if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
    }
  };

  class StringBuilder {
    readonly #pieces: unknown[] = [];
    append(piece: unknown): this {
      this.#pieces.push(piece);
      return this;
    }
    toString(): string {
      return this.#pieces.join("");
    }
  }

  define(Function, {
    registerNamespace: (name: string) => define(page, { [name]: {} }),
    registerClass: nothing,
    _validateParams: nothing,
    _validateParameter: nothing,
  });
  define(Function.prototype, {
    registerClass(this: unknown) {
      return this;
    },
  });
  define(page, {
    Type: Function,
    Sys: {
      StringBuilder,
      Debug: { trace: nothing },
      Browser: { agent: {} },
      Serialization: {
        JavaScriptSerializer: { serialize: (value: unknown) => JSON.stringify(value), deserialize: (text: string) => JSON.parse(text) as unknown },
      },
    },
  });

  const fault = (kind: string) => (parameter: unknown, message: unknown): TypeError =>
    new TypeError(`Sys.${kind}Exception: ${String(message ?? "")} (${String(parameter ?? "")})`);
  define(Error, { argument: fault("Argument"), argumentType: fault("ArgumentType"), parameterCount: fault("ParameterCount") });
})();
