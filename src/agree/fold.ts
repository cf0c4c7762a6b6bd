import { isUnder } from './codings.ts';

/** One line of the result: a code with its sub-codes, perhaps less one of them. */
export interface CodeRow {
  /** `sdm`, `sdm less sdm.check`, `all`. */
  readonly label: string;
  readonly has: (code: string) => boolean;
  /** Whose turns can carry it. */
  readonly speaker: 'clinician' | 'patient';
  /** A code that was given, not a line that adds codes up. */
  readonly given: boolean;
}

/** The order of the codebook; other families come after. */
const order = ['question', 'listening', 'empathy', 'sdm', 'patient'];
/** Families that have a line of their own though one of their codes alone was given; others only with two codes or more. */
const published = new Set(['question', 'empathy', 'sdm', 'patient']);

/**
 * The codes at which all coders can be compared: a sub-code becomes the code above it where no other coder uses anything
 * finer than that code (`listening.reflection.complex` against a gold that has `listening.reflection` alone). A whole family
 * takes in its codes only where another coder used the family itself as a code.
 * @param sides the codes that each coder used
 */
export function foldCodes(sides: readonly ReadonlySet<string>[]): Set<string> {
  const folded = new Set<string>();
  sides.forEach((side, i) => {
    const others = sides.filter((_, j) => j !== i);
    for (const code of side) folded.add(foldCode(code, others));
  });
  return folded;
}

function foldCode(code: string, others: readonly ReadonlySet<string>[]): string {
  const parts = code.split('.');
  for (let depth = 1; depth < parts.length; depth++) {
    const above = parts.slice(0, depth).join('.');
    const finer = others.some((codes) => [...codes].some((other) => other !== above && isUnder(other, above)));
    const used = depth > 1 || others.some((codes) => codes.has(above));
    if (!finer && used) return above;
  }
  return code;
}

/** The lines of a result: every code, every family, and shared decisions without the checks that sign-offs abound in. */
export function codeRows(codes: ReadonlySet<string>, kind: 'transcript' | 'note'): CodeRow[] {
  const lines = new Set(codes);
  for (const code of codes) {
    const parts = code.split('.');
    for (let depth = 1; depth < parts.length; depth++) {
      const above = parts.slice(0, depth).join('.');
      if (published.has(above) || [...codes].filter((other) => isUnder(other, above)).length > 1) lines.add(above);
    }
  }
  const rank = (code: string) => [...order, code.split('.')[0]].indexOf(code.split('.')[0]);
  const sorted = [...lines].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const rows = sorted.flatMap((code) => {
    const row: CodeRow = {
      label: code,
      has: (other) => isUnder(other, code),
      speaker: isUnder(code, 'patient') ? 'patient' : 'clinician',
      given: codes.has(code),
    };
    const less: CodeRow = {
      ...row,
      label: 'sdm less sdm.check',
      has: (other) => isUnder(other, 'sdm') && !isUnder(other, 'sdm.check'),
      given: false,
    };
    return code === 'sdm' && sorted.some((other) => isUnder(other, 'sdm.check')) ? [row, less] : [row];
  });
  // A note is one voice: its codes can be taken together.
  return kind === 'note' ? [{ label: 'all', has: () => true, speaker: 'clinician', given: false }, ...rows] : rows;
}
