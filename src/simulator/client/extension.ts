/**
 * Members that today's Outlook has and the newest office.js on npm (2022) lacks: sensitivity labels, the send mode override, the theme.
 * A plain script, served after office.js and only by the simulator. What office.js has is left alone. The calls travel over
 * Microsoft's own channel under ids of ours (10001 on), so argument checks and error names of these members are assumed.
 */
(() => {
  interface Answer {
    readonly error?: boolean;
    readonly errorCode?: number;
    readonly data?: unknown;
  }
  interface EndPoint {
    invoke(action: string, done: (status: number, answer?: Answer) => void, data: unknown): void;
  }
  interface ClientParts {
    readonly OSF: { readonly _OfficeAppFactory: { getClientEndPoint(): EndPoint; getId(): string } };
    readonly Microsoft: { readonly Office: { readonly WebExtension: { onReadyInternal(then: () => void): void } } };
    readonly Office: {
      readonly context: { readonly mailbox?: { readonly item?: object } };
      readonly MailboxEnums: object;
      readonly actions: { associate: (name: string, handler: unknown) => void };
    };
  }
  type Callback = (result: unknown) => void;

  const GENERIC_ERROR = 9020;
  const client = globalThis as unknown as ClientParts;

  /** office.js keeps no part of this; the host wrote it into the frame's name. */
  function extras(): { readonly handlerThrows?: boolean; readonly dark?: boolean } {
    try {
      return (JSON.parse(window.name) as { readonly simulator?: object }).simulator ?? {};
    } catch {
      return {};
    }
  }
  const { handlerThrows = false, dark = false } = extras();

  function result(answer: Answer | undefined, context: unknown): unknown {
    const about = context === undefined ? {} : { asyncContext: context };
    if (answer !== undefined && answer.error !== true) return { ...about, status: "succeeded", value: answer.data };
    const code = answer?.errorCode ?? GENERIC_ERROR;
    return { ...about, status: "failed", error: { code, name: "GenericResponseError", message: "The operation failed." } };
  }

  function call(dispatchId: number, params: unknown, args: readonly unknown[]): void {
    const callback = args.find((one): one is Callback => typeof one === "function");
    const options = args.find((one): one is { readonly asyncContext?: unknown } => typeof one === "object" && one !== null);
    const factory = client.OSF._OfficeAppFactory;
    factory.getClientEndPoint().invoke(
      "ExecuteMethod",
      (status, answer) => callback?.(result(status === 0 ? answer : undefined, options?.asyncContext)),
      { ApiParams: params, MethodData: { ControlId: factory.getId(), DispatchId: dispatchId } },
    );
  }

  function add(target: object | undefined, name: string, value: unknown): void {
    if (target === undefined || (target as Record<string, unknown>)[name] !== undefined) return;
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  }

  const labels = {
    getAsync: (...args: unknown[]) => call(10001, undefined, args),
    setAsync: (label: unknown, ...args: unknown[]) => {
      const id = typeof label === "object" && label !== null ? (label as { readonly id?: unknown }).id : label;
      call(10002, { sensitivityLabel: id }, args);
    },
  };
  const catalog = {
    getIsEnabledAsync: (...args: unknown[]) => call(10003, undefined, args),
    getAsync: (...args: unknown[]) => call(10004, undefined, args),
  };
  const theme = {
    bodyBackgroundColor: dark ? "#292929" : "#ffffff",
    bodyForegroundColor: dark ? "#ffffff" : "#242424",
    controlBackgroundColor: dark ? "#1f1f1f" : "#f5f5f5",
    controlForegroundColor: dark ? "#ffffff" : "#242424",
    isDarkTheme: dark,
  };

  // The fault "handler-throws": the send handler raises before it does anything, so nothing ever completes the event.
  if (handlerThrows) {
    const { actions } = client.Office;
    const associate = actions.associate.bind(actions);
    actions.associate = (name, handler) => {
      associate(name, /^onMessageSend$/i.test(name) ? () => { throw new Error("Planted by the simulator."); } : handler);
    };
  }

  client.Microsoft.Office.WebExtension.onReadyInternal(() => {
    const { context, MailboxEnums } = client.Office;
    add(context, "sensitivityLabelsCatalog", catalog);
    add(context, "officeTheme", theme);
    add(context.mailbox?.item, "sensitivityLabel", labels);
    add(MailboxEnums, "SendModeOverride", { PromptUser: "promptUser" });
  });
})();
