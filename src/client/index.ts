/** Talks HTTP to our own server: the signed policy and the audit ledger. May not: know Office.js; send anything of a message. */
export {};
