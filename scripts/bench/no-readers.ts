/** Stands in for the attachment readers where the handler's size is measured without them. */
export const FORMATS = [];
export const REGISTRY = new Map();
export const formatOf = (): string => "text";
export const isMisnamed = (): boolean => false;
