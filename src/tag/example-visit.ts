import type { Lexicon } from '../lexicon/types.ts';
import type { Role, Turn, Visit } from '../visit.ts';

const LABELS: Readonly<Record<string, Role>> = { P: 'patient', C: 'clinician', D: 'clinician', T: 'clinician' };

/**
 * Makes a visit of one example line: earlier turns before ` / `, each `P: …` or `C: …`; the last turn, and any without
 * a label, is the code's speaker's. Square brackets that give the exact span are taken out and returned as offsets.
 */
export function exampleVisit(
  line: string,
  speaker: 'clinician' | 'patient',
  kind: 'transcript' | 'note',
): { visit: Visit; spans: { position: number; start: number; end: number }[] } {
  const spans: { position: number; start: number; end: number }[] = [];
  const turns: Turn[] = line.split(' / ').map((piece, position) => {
    const label = kind === 'note' ? null : /^([PCDT]):\s+/.exec(piece);
    const marked = label ? piece.slice(label[0].length) : piece;
    let text = '';
    let open = -1;
    for (const char of marked) {
      if (char === '[') open = text.length;
      else if (char === ']') {
        if (open >= 0) spans.push({ position, start: open, end: text.length });
        open = -1;
      } else text += char;
    }
    const role: Role = kind === 'note' ? 'note' : label ? LABELS[label[1]] : speaker;
    return { id: String(position + 1), speaker: role, role, text, parts: [{ place: `line ${position + 1}`, at: 0 }] };
  });
  return { visit: { id: 'example', source: 'example', kind, turns }, spans };
}

/** The speaker whose turns a code is about. */
export function speakerOf(lexicon: Lexicon, code: string): 'clinician' | 'patient' {
  return lexicon.codes.find((c) => c.code === code)?.speaker ?? 'clinician';
}
