import { type Field, NAMES, normalise } from './columns.ts';
import type { ReadOptions } from './reader.ts';

/** An object of JSON by its keys, letters and digits only: `visit_id` and `visitId` are one. */
export type Fields = ReadonlyMap<string, unknown>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: Record<string, unknown>): Fields {
  const fields = new Map<string, unknown>();
  for (const [key, own] of Object.entries(value)) if (!fields.has(normalise(key))) fields.set(normalise(key), own);
  return fields;
}

/** The first key that a field goes by, `--map` before our own names, whose value `takes` accepts. */
export function pick<T>(
  fields: Fields,
  field: Field,
  map: ReadOptions['map'],
  takes: (value: unknown) => value is T,
): T | undefined {
  const mapped = (map as Partial<Record<Field, string>> | undefined)?.[field];
  for (const name of mapped === undefined ? NAMES[field] : [normalise(mapped)]) {
    const value = fields.get(name);
    if (takes(value)) return value;
  }
  return undefined;
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
