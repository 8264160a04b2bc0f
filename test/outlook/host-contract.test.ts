import { createFakeOffice } from "../support/fake-office.ts";
import { callMember, hostContract } from "../support/host-contract.ts";

hostContract("the typed fake", ({ from, to, cc, bcc, subject, html, attachments, labels }) => {
  const files = attachments.map(({ name, base64 }, index) => ({ id: `a${index}`, name, content: base64, size: base64.length }));
  const { office } = createFakeOffice({ model: { from, to, cc, bcc, subject, body: html, attachments: files, labels } });
  return Promise.resolve({
    call: (member: string, ...args: readonly unknown[]) => callMember(office.context, member, args),
    close: () => Promise.resolve(),
  });
});
