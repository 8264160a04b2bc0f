/** The cases that the typed fake is held to, against Microsoft's own client on our host. */
import { callMember, hostContract } from "../support/host-contract.ts";
import type { CallResult, ConnectedHost, HostDraft } from "../support/host-contract.ts";
import { PATIENCE, startSimulated } from "./simulated.ts";
import type { Simulated } from "./simulated.ts";

jest.setTimeout(3 * PATIENCE);

let simulated: Simulated;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.stop());

const person = (address: string) => ({ address, name: address });

async function connect(draft: HostDraft): Promise<ConnectedHost> {
  const opened = await simulated.open();
  const attachments = draft.attachments.map(({ name, base64 }, index) => ({
    id: `file-${index}`, name, base64, size: Buffer.from(base64, "base64").length, kind: "file" as const, contentType: "text/plain", inline: false,
  }));
  await opened.compose(
    { to: draft.to.map(person), cc: draft.cc.map(person), bcc: draft.bcc.map(person), subject: draft.subject, format: "html", body: draft.html, attachments },
    { from: person(draft.from), labels: draft.labels },
  );
  await opened.page.getByTestId("open-pane").click();
  const pane = await opened.pane();
  await pane.waitForFunction("typeof Office !== 'undefined' && Office.context && Office.context.mailbox && Office.context.mailbox.item");
  // The item exists a moment before the host has said that it is ready; nothing may be asked of it in between.
  await pane.evaluate("Office.onReady().then(() => true)");
  return {
    call: (member, ...args) => pane.evaluate(`(${callMember.toString()})(Office.context, ${JSON.stringify(member)}, ${JSON.stringify(args)})`) as Promise<CallResult>,
    close: opened.close,
  };
}

hostContract("the simulator", connect);
