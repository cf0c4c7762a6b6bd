import type { ColumnMap, ReadOptions } from './reader.ts';

/** What a column or a JSON key can hold. `dialogue` is a whole conversation in one cell, `role` a second word on the speaker. */
export type Field = keyof ColumnMap | 'role' | 'dialogue';

/** Names as exports and published data sets have them, letters and digits only; an earlier one is taken before a later one. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  visit: words(
    'visitid visit transcriptid encounterid encounter consultationid consultation conversationid sessionid session dialogueid',
    'dialogid interviewid interview callid caseid recordingid recording documentid docid fileid filename file id conversation',
  ),
  turn: words(
    'turnid turn turnnumber turnno turnindex utteranceid utterancenumber utteranceno utteranceindex uttid segmentid',
    'linenumber lineid line sequence seq index number no order',
  ),
  speaker: words('speaker speakerlabel speakerid speakername interlocutor who talker party speakerrole role'),
  role: words('speakerrole role speakertype'),
  text: words(
    'text utterancetext utterance utterances utt transcript transcription turntext speech said words sentence message content',
    'dialogue dialog',
  ),
  dialogue: words('dialogue dialog transcript transcription dialoguetext transcripttext text content conversation'),
  start: words('start starttime startseconds startsec starts begin begintime onset timestamp time timein from'),
  end: words('end endtime endseconds endsec ends timeout stop to'),
  note: words('note notetext clinicalnote visitnote soapnote soap sectiontext notes documentation'),
};

const KNOWN = new Set(Object.values(NAMES).flat());
const LONGEST = Math.max(...[...KNOWN].map((name) => name.length));

/** Whether a cell is a name of some column. Of longer ones no more is read than shows them to be too long. */
function isKnown(cell: string): boolean {
  let size = 0;
  for (let i = 0; i < cell.length && size <= LONGEST; i += 1) {
    const code = cell.charCodeAt(i) | 32;
    if (code >= 97 && code <= 122) size += 1;
  }
  return size <= LONGEST && KNOWN.has(normalise(cell));
}

/** Index of each field's column; a field without a column is absent. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/**
 * Finds the columns of a header row. A conversation stands either one turn a row (speaker and text are found) or one visit a
 * row (a dialogue, a note or both). A column is used once; what `--map` names goes before what we guess.
 */
export function findColumns(header: readonly string[], map: ColumnMap = {}): Columns {
  const found: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const claim = (field: Field, index: number) => {
    if (index < 0) return;
    found[field] = index;
    taken.add(index);
  };
  for (const [field, name] of Object.entries(map)) claim(field as Field, indexOf(header, name));
  const plain = header.map(normalise);
  const guess = (field: Field) => {
    if (found[field] !== undefined || (map as Partial<Record<Field, string>>)[field] !== undefined) return;
    for (const name of NAMES[field]) {
      const index = plain.findIndex((cell, i) => cell === name && !taken.has(i));
      if (index >= 0) return claim(field, index);
    }
  };
  guess('speaker');
  if (found.speaker !== undefined) {
    for (const field of ['role', 'visit', 'text'] as const) guess(field);
  } else if (found.text !== undefined) {
    found.dialogue = found.text;
  } else {
    guess('dialogue');
    guess('visit');
  }
  for (const field of ['visit', 'turn', 'start', 'end', 'note'] as const) guess(field);
  return found;
}

/** Whether a header row is one of a table of visits: two columns known by name, one of which holds words. */
export function namesVisits(header: readonly string[], { map }: ReadOptions): boolean {
  // Detection asks of every file: prose has no cell that is a name.
  if (header.length < 2 || (map === undefined && !header.some(isKnown))) return false;
  const found = findColumns(header, map);
  const words = found.text ?? found.dialogue ?? found.note;
  return words !== undefined && Object.values(found).some((index) => index !== words);
}

/** The column of this name: exactly, else without case, blanks and punctuation; -1 where there is none. */
export function indexOf(header: readonly string[], name: string): number {
  const exact = header.findIndex((cell) => cell.trim() === name.trim());
  return exact >= 0 ? exact : header.map(normalise).indexOf(normalise(name));
}

/** `Visit ID`, `visit_id` and `visitId` are one name. */
export function normalise(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A header whose cells could be somebody's words is not repeated in a message. */
export function isTelling(header: readonly string[]): boolean {
  return (
    header.every((cell) => cell.length <= 24 && cell.trim().split(/\s+/).length <= 3) &&
    header.some((cell) => cell.trim() !== '')
  );
}

function words(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
