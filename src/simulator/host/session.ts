/** One person at one mailbox: what the window, the add-in's events and Send do to the store. */
import { changesBetween } from "./changes.ts";
import type { FrameHost } from "./frames.ts";
import type { AddIn } from "./manifest.ts";
import type { Clock, Run, Runtimes } from "./runtimes.ts";
import type { ButtonId, Effect, Phase, SendEvent } from "./smart-alerts.ts";
import { SLOW_AFTER, step, TIMEOUT_AFTER } from "./smart-alerts.ts";
import type { Message, Settings, State, Store } from "./state.ts";
import { emptyMessage } from "./state.ts";

export interface Session {
  /**
   * Opens a compose window. A new message starts empty and is then filled, as by a person; a stored draft opens filled.
   */
  readonly open: (content: Partial<Message>, kind: "new" | "stored") => void;
  readonly send: () => void;
  readonly press: (button: ButtonId) => void;
  readonly showPane: (context: string) => void;
  readonly closePane: () => void;
  readonly change: (settings: Partial<Settings>) => void;
  /** Resolves once no compose handler runs. */
  readonly idle: () => Promise<void>;
  /** Resolves with the phase and the count of `event.completed` once Send has come to an end. */
  readonly ended: () => Promise<{ readonly phase: Phase; readonly completed: number }>;
}

export interface SessionOptions {
  readonly store: Store;
  readonly host: FrameHost;
  readonly runtimes: Runtimes;
  readonly addIn: () => AddIn;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/** Longer than a completed page is kept, so that a second completion is in the count. */
const COUNT_AFTER = 90;

function isOver(phase: Phase): boolean {
  return phase.name === "alert" || phase.name === "sent";
}

function deliver(state: State, at: number): State {
  const how = state.phase.name === "sent" ? state.phase.how : "allowed";
  const sent = [{ message: state.message, from: state.user, how, at }, ...state.sent];
  return { ...state, sent, pane: { ...state.pane, open: false } };
}

/** The send: events go into the state machine, its effects come out. */
function createSending(options: SessionOptions, showPane: (context: string) => void) {
  const { store, runtimes, clock } = options;
  let run: Run | undefined;
  let cancelTimers: (() => void)[] = [];

  function start(): void {
    const functionName = options.addIn().handlers["OnMessageSend"];
    run = undefined;
    if (functionName === undefined || !store.get().settings.available) return dispatch({ type: "unavailable", at: clock.now() });
    run = runtimes.run({
      functionName,
      event: { type: "OnMessageSend", source: { id: functionName } },
      onCompleted: (given) => dispatch({ type: "completed", options: given, at: clock.now() }),
      onUnavailable: () => dispatch({ type: "unavailable", at: clock.now() }),
      onFailed: () => dispatch({ type: "failed", at: clock.now() }),
    });
    const tick = (): void => dispatch({ type: "time", at: clock.now() });
    // A timer may fire a little early; the step compares times, so each is asked again just after.
    cancelTimers = [SLOW_AFTER, TIMEOUT_AFTER].flatMap((ms) => [clock.after(ms, tick), clock.after(ms + 20, tick)]);
  }

  function stop(): void {
    for (const cancel of cancelTimers) cancel();
    cancelTimers = [];
    // A handler that completed is taken down by itself a moment later, so that its completions can be counted.
    if (run !== undefined && run.completed() === 0) run.stop();
  }

  function perform(effect: Effect, context: string): void {
    switch (effect) {
      case "run-handler":
        return start();
      case "stop-handler":
        return stop();
      case "deliver":
        return store.update((state) => deliver(state, options.wallClock()));
      case "open-pane":
        return showPane(context);
    }
  }

  function dispatch(event: SendEvent): void {
    const { phase } = store.get();
    const next = step(phase, event, { commandIds: options.addIn().commandIds, markdown: true });
    if (next.phase !== phase) store.update((state) => ({ ...state, phase: next.phase }));
    const context = phase.name === "alert" ? phase.alert.contextData ?? "" : "";
    for (const effect of next.effects) perform(effect, context);
  }

  return { dispatch, stop, completed: () => run?.completed() ?? 0 };
}

function whenOver(store: Store, then: (phase: Phase) => void): void {
  const { phase } = store.get();
  if (isOver(phase)) return then(phase);
  const end = store.subscribe((now) => {
    if (!isOver(now.phase)) return;
    end();
    then(now.phase);
  });
}

export function createSession(options: SessionOptions): Session {
  const { store, host, runtimes, clock } = options;
  const sending = createSending(options, showPane);

  /** An open pane is loaded afresh, as Outlook does where the add-in has no handler for a changed context. */
  function showPane(context: string): void {
    store.update((state) => ({ ...state, pane: { open: true, load: state.pane.load + 1, context } }));
  }

  function launch(type: string, details: Readonly<Record<string, unknown>> = {}): void {
    const functionName = options.addIn().handlers[type];
    if (functionName === undefined || !store.get().settings.available) return;
    runtimes.run({ functionName, event: { type, source: { id: functionName }, ...details } });
  }

  store.subscribe((now, before) => {
    for (const { launch: type, item, details } of changesBetween(before.message, now.message)) {
      launch(type, details);
      host.broadcast(item, [JSON.stringify(details)]);
    }
    if (now.roaming !== before.roaming || now.settings !== before.settings || now.user !== before.user) runtimes.refresh();
  });

  return {
    open(content, kind) {
      sending.stop();
      const fresh = emptyMessage(store.get().message.key + 1);
      const pane = { open: false, load: store.get().pane.load, context: "" };
      const message = kind === "stored" ? { ...fresh, ...content } : fresh;
      store.update((state) => ({ ...state, message, phase: { name: "composing" }, pane }));
      if (kind === "new") launch("OnNewMessageCompose");
      launch("OnMessageCompose");
      if (kind === "new") store.update((state) => ({ ...state, message: { ...state.message, ...content } }));
    },
    send: () => sending.dispatch({ type: "send", mode: store.get().settings.mode, at: clock.now() }),
    press: (button) => sending.dispatch({ type: "press", button, at: clock.now() }),
    showPane,
    closePane: () => store.update((state) => ({ ...state, pane: { ...state.pane, open: false } })),
    change: (settings) => store.update((state) => ({ ...state, settings: { ...state.settings, ...settings } })),
    idle: () => runtimes.idle(),
    ended: () => new Promise((resolve) => {
      whenOver(store, (phase) => clock.after(COUNT_AFTER, () => resolve({ phase, completed: sending.completed() })));
    }),
  };
}
