/** The same numbers at the beginning of an array of `size`, which is no less than they are. */
export function grown<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(list: T, size: number): T {
  const wider = new (list.constructor as new (size: number) => T)(size);
  wider.set(list);
  return wider;
}
