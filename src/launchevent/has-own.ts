/** `Object.hasOwn` is ES2022 and used by a package. The build puts this in its place: another add-in's globals are not ours to patch. */
export function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}
