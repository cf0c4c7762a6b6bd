import { InputError, type Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { fieldsOf, isRecord } from './fields.ts';
import { type Item, readItems } from './items.ts';
import { findFault } from './jsonfault.ts';
import { parseJson } from './jsonparse.ts';
import { isNdjson, ndjson } from './ndjson.ts';
import type { Reader, ReadOptions, Source } from './reader.ts';

/**
 * Our own schema is a visit, an array of visits, or `{"visits": […]}`:
 *
 *     {
 *       "visit_id": "v1",              or "id"; else the file's name
 *       "turns": [
 *         {
 *           "speaker": "Doctor",       the label; "role" may stand beside it or alone
 *           "text": "What brings you in?",
 *           "start": 0.4, "end": 2.1,  seconds or "hh:mm:ss", optional
 *           "turn": "1"                the turn's id, or "id"; else its position
 *         }
 *       ],
 *       "note": "…"                    the note of the visit, or alone
 *     }
 *
 * An array of turns alone is one visit, or several where they have a `visit_id`. The keys that CSV knows as columns are known here.
 */
export const json: Reader = {
  id: 'json',
  name: 'JSON',
  endings: ['json'],
  about:
    'A visit {"visit_id", "turns": [{"speaker", "text", "start", "end", "turn"}], "note"}, an array of them, {"visits": […]} or an array of turns; exports of speech recognisers with segments or utterances by speaker (whisperX, AssemblyAI, Deepgram, Amazon Transcribe, Rev AI).',
  sniff: (head) => /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(head) && !isNdjson(head),
  read: readJson,
};

function* readJson(source: Source, options: ReadOptions): Generator<Visit | Problem> {
  let value: unknown;
  try {
    value = parseJson(source.text);
  } catch {
    // Lines too long to be told apart from the beginning of the file alone.
    if (isNdjson(source.text)) yield* ndjson.read(source, options);
    else yield* readBroken(source, options);
    return;
  }
  const visits = isRecord(value) ? fieldsOf(value).get('visits') : value;
  const list = Array.isArray(visits) ? visits : [value];
  if (list.length === 0) {
    yield {
      code: 'json.empty',
      file: source.name,
      what: 'the list is empty',
      fix: 'Export it again, or leave it out.',
    };
    return;
  }
  yield* readItems(
    placed(list),
    { format: 'json', source, isOnly: !Array.isArray(visits) || list.length === 1 },
    options,
  );
}

/** What stands whole before the fault is read; then the fault ends the file. */
function* readBroken(source: Source, options: ReadOptions): Generator<Visit | Problem> {
  const { line, column, what, whole } = findFault(source.text);
  yield* readItems(placed(whole), { format: 'json', source, isOnly: false, isCut: true }, options);
  throw new InputError({
    code: 'json.syntax',
    file: source.name,
    at: `line ${line}, column ${column}`,
    what,
    fix: 'Export it again, or mend this place in an editor.',
  });
}

function* placed(list: readonly unknown[]): Generator<Item> {
  for (const [i, value] of list.entries()) yield { value, at: `item ${i + 1}` };
}
