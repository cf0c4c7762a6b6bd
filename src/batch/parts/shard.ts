/** One of the equal shares that a run is cut into, counted from 0. */
export interface Shard {
  readonly index: number;
  /** How many there are. */
  readonly of: number;
}

/**
 * The shard that a visit falls to by its id: 32-bit FNV-1a of the id's UTF-8 bytes, modulo `of`
 * (http://www.isthe.com/chongo/tech/comp/fnv/). The same id falls to the same shard whatever else is in the run.
 */
export function shardOf(id: string, of: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % of;
}

/** `3/8` */
export function shardName({ index, of }: Shard): string {
  return `${index}/${of}`;
}
