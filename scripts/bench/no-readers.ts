/** Stands in for the attachment readers where the handler's size is measured without them. */
export const BINARY_READERS = {};
export const TEXT_READERS = {};
