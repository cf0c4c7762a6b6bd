import { createRequire } from 'node:module';
import type { Node, ParseError } from 'jsonc-parser';
import { parseJson } from './jsonparse.ts';

/** Where a JSON text breaks, and what stands whole before that place. */
export interface JsonFault {
  /** 1-based, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Why, in our words. */
  readonly what: string;
  /** The whole elements of the array that the text is, or that its `visits` are. */
  readonly whole: readonly unknown[];
}

/** A parser that calls itself for every bracket is not asked about more of them than this. */
const DEEPEST = 1000;

/** jsonc-parser's error code of a string that its line ends before it does. */
const OPEN_STRING = 12;

/** Takes a text that JSON.parse refuses. jsonc-parser, which has offsets, is loaded here and only here: few files need it. */
export function findFault(text: string): JsonFault {
  const deep = tooDeep(text);
  if (deep !== undefined)
    return { ...placeOf(text, deep), what: `the JSON is nested more than ${DEEPEST} levels deep`, whole: [] };
  const { parseTree } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const first = errors[0];
  const fault = first?.offset ?? text.length;
  // Where nothing follows, the end of what is there is the place, not the empty line after it.
  const offset = text.slice(fault).trim() === '' ? text.trimEnd().length : fault;
  const visits =
    root?.type === 'object'
      ? root.children?.find(({ children }) => children?.[0]?.value === 'visits')?.children?.[1]
      : root;
  const nodes = visits?.type === 'array' ? (visits.children ?? []) : [];
  const before = nodes.filter((node) => node.offset + node.length <= offset);
  return {
    ...placeOf(text, offset),
    what: reason(text, offset, Number(first?.error)),
    whole: before.flatMap((node) => parsed(text, node)),
  };
}

function reason(text: string, offset: number, code: number): string {
  if (text.slice(offset).trim() === '') return 'the JSON ends before it is complete';
  return code === OPEN_STRING ? 'a text in quotes opens here and does not close' : 'the JSON is broken here';
}

/** The value of a node; none of the one that the fault has left open, which may end where the fault stands. */
function parsed(text: string, { offset, length }: Node): unknown[] {
  try {
    return [parseJson(text.slice(offset, offset + length))];
  } catch {
    return [];
  }
}

/** Offset of the bracket that goes too deep; brackets inside texts count too, there are never so many. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') {
      if (++depth > DEEPEST) return i;
    } else if (c === ']' || c === '}') depth--;
  }
  return undefined;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}
