/** Only the hidden page of web, new Windows and Mac loads this: without the call, the host there never starts a handler. */
void Office.onReady();
