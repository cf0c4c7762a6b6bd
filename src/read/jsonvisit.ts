import type { Problem } from '../problem.ts';
import type { Turn, Visit } from '../visit.ts';
import { NAMES, normalise } from './columns.ts';
import { joinCues } from './cues.ts';
import { findTurns, linesOf } from './dialogue.ts';
import { diarisedOf, labelOf, timesOf } from './diarised.ts';
import { addFault, type Fault, type Faults, problemsOf } from './faults.ts';
import { extraFields, type Fields, fieldsOf, isList, isName, isRecord, isText, pick } from './fields.ts';
import type { ReadOptions } from './reader.ts';
import { kindsOf, readCell } from './record.ts';
import { makeTurn } from './turn.ts';

/** A visit in JSON and where it stands. */
export interface Home {
  /** What problem codes begin with: `json`, `ndjson`. */
  readonly format: string;
  readonly file: string;
  /** Its place in the file, `item 3` or `line 3`; undefined where it is the file. */
  readonly at?: string;
  /** The id where it has none of its own. */
  readonly id: string;
  /** Where the words of one of its turns stand, given `turn 2`. */
  readonly place: (turn: string) => string;
}

/** What a JSON object holds for us. */
interface Content {
  readonly turns?: readonly unknown[];
  readonly cues?: ReturnType<typeof diarisedOf>;
  /** A dialogue in one text. */
  readonly dialogue?: string;
  readonly note?: string;
}

/** Whether an object is a turn of its own: it says who says what, or says something without being a visit. */
export function isTurn(fields: Fields, options: ReadOptions): boolean {
  const text = pick(fields, 'text', options.map, isWords);
  if (text === undefined || fields.has('turns')) return false;
  if (labelOf(fields, options) !== '') return true;
  const { dialogue, note, cues, turns } = contentOf(fields, options);
  return text !== null && (dialogue ?? note ?? cues ?? turns) === undefined;
}

/**
 * The id that an object gives its visit, under a key that ends so: `"consultation": 3` may be the third of that day. A turn's
 * own `id` is the turn's, unless `--map visit=id` says otherwise.
 */
export function visitIdOf(fields: Fields, map: ReadOptions['map'], of: 'visit' | 'turn' = 'visit'): string | undefined {
  for (const key of map?.visit === undefined ? ID_KEYS[of] : [normalise(map.visit)]) {
    const id = fields.get(key);
    if (isName(id)) return String(id).trim();
  }
  return undefined;
}

const visitKeys = NAMES.visit.filter((name) => name.endsWith('id'));
const ID_KEYS = { visit: visitKeys, turn: visitKeys.filter((name) => name !== 'id') };

/** Reads an object that holds a whole visit, a note, or both. */
export function* readObject(fields: Fields, home: Home, options: ReadOptions): Generator<Visit | Problem> {
  const { format, file, at } = home;
  const id = visitIdOf(fields, options.map) ?? home.id;
  const extra = extraFields(fields, options.keep);
  const content = contentOf(fields, options);
  const hasDialogue = (content.turns ?? content.cues ?? content.dialogue) !== undefined;
  const place = { file, ...(at !== undefined && { at }), visit: id };
  if (!hasDialogue && content.note === undefined) {
    const what = 'the object holds neither turns nor a note';
    yield {
      code: `${format}.no-turns`,
      ...place,
      what,
      fix: 'Give it "turns": [{"speaker": …, "text": …}] or "note": "…".',
    };
    return;
  }
  for (const kind of kindsOf({ dialogue: hasDialogue, note: content.note !== undefined }, options.kind)) {
    if (kind === 'note' || content.dialogue !== undefined) {
      const text = kind === 'note' ? (content.note ?? content.dialogue) : content.dialogue;
      if (text === undefined)
        yield {
          code: `${format}.no-note`,
          ...place,
          what: 'the visit has no note',
          fix: 'Leave --kind out, or give it "note": "…".',
        };
      else
        yield* readCell(kind, { id, file, text, at, place: (line) => home.place(`${kind} ${line}`), extra }, options);
      continue;
    }
    const faults: Faults = new Map();
    const fault = (own: Fault, turn: string) => addFault(faults, { ...own, file, at: home.place(turn), visit: id });
    const turns = content.cues
      ? floorsOf(content.cues, home, fault)
      : listed(content.turns ?? [], home, fault, options);
    yield* problemsOf(faults);
    if (turns.length > 0) yield { id, source: file, kind, turns, ...(extra && { extra }) };
  }
}

/** Turns of a list, one an item. `report` gets those that are none; they keep their number. */
export function listed(
  items: readonly unknown[],
  { format, place }: Pick<Home, 'format' | 'place'>,
  report: (fault: Fault, turn: string) => void,
  options: ReadOptions,
): Turn[] {
  return items.flatMap((item, i) => {
    const turn = turnOf(item, i + 1, place(`turn ${i + 1}`), options);
    if (typeof turn !== 'string') return [turn];
    report(turnFault(turn, format), `turn ${i + 1}`);
    return [];
  });
}

/** One turn of an object, or what it lacks. A turn's text may be null or empty: it keeps its number. */
export function turnOf(
  item: unknown,
  position: number,
  place: string,
  options: ReadOptions,
): Turn | 'speaker' | 'text' {
  if (!isRecord(item)) return 'text';
  const fields = fieldsOf(item);
  const text = pick(fields, 'text', options.map, isWords);
  if (text === undefined) return 'text';
  const speaker = labelOf(fields, options);
  if (speaker === '') return 'speaker';
  const id = pick(fields, 'turn', options.map, isName) ?? fields.get('id');
  const times = timesOf(fields, options.map);
  return makeTurn(isName(id) ? String(id).trim() : String(position), speaker, [{ place, text: text ?? '', ...times }]);
}

/** A turn in which nothing is said may have null for a text. */
function isWords(value: unknown): value is string | null {
  return value === null || isText(value);
}

export function turnFault(lacks: 'speaker' | 'text', format: string): Fault {
  return lacks === 'speaker'
    ? {
        code: `${format}.no-label`,
        what: 'the turn does not say who speaks',
        fix: 'Give it a "speaker", or name the key: --map speaker=NAME',
      }
    : {
        code: `${format}.no-text`,
        what: 'the turn has no text',
        fix: 'Give it a "text", or name the key: --map text=NAME',
      };
}

/** A piece that the recogniser gave to nobody stays, as long as it knew somebody. */
function floorsOf(
  cues: NonNullable<Content['cues']>,
  { format, place }: Home,
  report: (fault: Fault, turn: string) => void,
): Turn[] {
  if (cues.some(({ speaker }) => speaker !== ''))
    return joinCues(cues.map((cue) => ({ ...cue, place: place(cue.place) })));
  const fix = 'Transcribe the recording again with speakers told apart (diarisation).';
  report({ code: `${format}.no-label`, what: 'no segment says who speaks', fix }, cues[0].place);
  return [];
}

/** Keys of a list with a turn an item. */
const LISTS = ['turns', 'utterances', 'dialogue', 'dialog', 'conversation', 'transcript', 'transcription', 'messages'];

function contentOf(fields: Fields, options: ReadOptions): Content {
  const { map, isAlias } = options;
  const note = pick(fields, 'note', map, (value): value is string => isText(value) && value.trim() !== '');
  const cues = isList(fields.get('turns')) ? undefined : diarisedOf(fields, options);
  if (cues) return { cues, note };
  const list = LISTS.map((name) => fields.get(name)).find(isList);
  // A list of labelled lines is one dialogue.
  if (list) return list.every(isText) ? { dialogue: list.join('\n'), note } : { turns: list, note };
  const isDialogue = (value: unknown): value is string =>
    isText(value) && (options.kind === 'note' || findTurns(linesOf(value), isAlias).some((turn) => turn !== undefined));
  const dialogue = pick(
    fields,
    'dialogue',
    map?.text === undefined ? undefined : ({ dialogue: map.text } as ReadOptions['map']),
    isDialogue,
  );
  return { dialogue, note };
}
