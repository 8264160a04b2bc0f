/** Assessment, recipients and policy go in, a verdict comes out. May not: know Office, the network, a clock or chance; look at message text. */
export {};
