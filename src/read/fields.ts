import { type Field, NAMES, normalise } from './columns.ts';
import type { ReadOptions } from './reader.ts';

/** An object of JSON by its keys, letters and digits only: `visit_id` and `visitId` are one. */
export type Fields = ReadonlyMap<string, unknown>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: Record<string, unknown>): Fields {
  const fields = new Map<string, unknown>();
  for (const key of Object.keys(value)) {
    const name = plainKey(key);
    if (!fields.has(name)) fields.set(name, value[key]);
  }
  return fields;
}

/** Keys that have come: objects in great numbers have the same few, none of them long. */
const plainKeys = new Map<string, string>();
const REMEMBERED = 1024;
const LONGEST = 64;

function plainKey(key: string): string {
  const known = plainKeys.get(key);
  if (known !== undefined) return known;
  const plain = normalise(key);
  if (plainKeys.size < REMEMBERED && key.length <= LONGEST) plainKeys.set(key, plain);
  return plain;
}

/** The place of each name among those of its field: an object has fewer keys than a field has names. */
const RANKS: Readonly<Record<string, ReadonlyMap<string, number>>> = Object.fromEntries(
  Object.entries(NAMES).map(([field, names]) => [field, new Map(names.map((name, rank) => [name, rank]))]),
);

/** The first key that a field goes by, `--map` before our own names, whose value `takes` accepts. */
export function pick<T>(
  fields: Fields,
  field: Field,
  map: ReadOptions['map'],
  takes: (value: unknown) => value is T,
): T | undefined {
  const mapped = (map as Partial<Record<Field, string>> | undefined)?.[field];
  if (mapped !== undefined) {
    const value = fields.get(normalise(mapped));
    return takes(value) ? value : undefined;
  }
  const ranks = RANKS[field];
  let first = Number.POSITIVE_INFINITY;
  let found: T | undefined;
  for (const [key, value] of fields) {
    const rank = ranks.get(key);
    if (rank === undefined || rank > first || !takes(value)) continue;
    first = rank;
    found = value;
  }
  return found;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A text with something in it, or a number: what an id or a label can be. */
export function isName(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** The scalar values of the keys that `--keep` carries through. */
export function extraFields(fields: Fields, keep: readonly string[] = []): Record<string, string> | undefined {
  if (keep.length === 0) return undefined;
  const kept = keep.map((name) => [name, fields.get(normalise(name))] as const);
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (isName(value) || typeof value === 'boolean' ? [[name, String(value)]] : [])),
  );
}
