import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from 'yaml';
import type { Kind } from '../visit.ts';
import type { Span } from './types.ts';

/** One line of a block, with where it stands. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

export interface RuleSource {
  readonly id: string;
  readonly note: string;
  readonly in: Kind;
  readonly match: readonly Line[];
  readonly except: readonly Line[];
  readonly when: readonly string[];
  readonly unless: readonly string[];
  readonly span: Span;
  readonly off: boolean;
  readonly yes: readonly Line[];
  readonly no: readonly Line[];
  readonly line: number;
}

export interface RuleFile {
  readonly file: string;
  readonly code: string;
  readonly definition: string;
  readonly source: string;
  readonly speaker: 'clinician' | 'patient';
  readonly over: readonly string[];
  readonly rules: readonly RuleSource[];
}

/** A fault in a lexicon's file: where, what, and the remedy. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

const FILE_KEYS = ['code', 'definition', 'source', 'speaker', 'over', 'rules'];
const RULE_KEYS = ['id', 'note', 'match', 'except', 'in', 'when', 'unless', 'span', 'off', 'yes', 'no'];
const BLOCKS = ['match', 'except', 'yes', 'no'];

/** Any YAML file as plain data (word weights, scoring, speakers). Throws yaml's error: these files are ours. */
export function parseData(text: string): unknown {
  return parse(text);
}

/** A YAML file as plain data with the line of every entry of its lists; the line of the first fault where it is no YAML. */
export function parseLines(text: string): {
  data?: unknown;
  line: (list: string, entry: number) => number;
  bad?: number;
} {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const line = (list: string, entry: number): number => {
    const node = isMap(doc.contents) ? doc.contents.get(list, true) : undefined;
    const item = isSeq(node) ? (node.items[entry] as { range?: [number, number, number] } | undefined) : undefined;
    return item?.range ? counter.linePos(item.range[0]).line : 1;
  };
  const [error] = doc.errors;
  return error ? { line, bad: error.linePos?.[0].line ?? 1 } : { data: doc.toJS(), line };
}

/** Reads one rule file; faults instead where it is not one. */
export function parseRuleFile(file: string, text: string): { rules?: RuleFile; faults: Fault[] } {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const faults: Fault[] = [];
  const lineAt = (offset: number | undefined): number => (offset === undefined ? 1 : counter.linePos(offset).line);
  const fault = (line: number, what: string, fix: string): void => void faults.push({ file, line, what, fix });
  for (const error of doc.errors)
    fault(error.linePos?.[0].line ?? 1, 'the YAML cannot be read here', 'mend the indentation or the quotes');
  if (faults.length > 0 || !isMap(doc.contents)) {
    if (faults.length === 0) fault(1, 'the file holds no keys', 'see `bedside lexicon check --help` for the shape');
    return { faults };
  }
  const data = doc.toJS() as Record<string, unknown>;
  for (const key of Object.keys(data)) {
    if (!FILE_KEYS.includes(key)) fault(1, `unknown key ${key}`, `the keys of a file are ${FILE_KEYS.join(', ')}`);
  }
  const words = (key: string): string => {
    const value = data[key];
    if (typeof value === 'string' && value.trim()) return value.trim();
    fault(1, `${key} is missing`, `write ${key}: and its text`);
    return '';
  };
  const speaker = data.speaker;
  if (speaker !== 'clinician' && speaker !== 'patient')
    fault(1, 'speaker is neither clinician nor patient', 'write speaker: clinician');
  const rules: RuleSource[] = [];
  const list = doc.contents.get('rules', true);
  if (!isSeq(list)) fault(1, 'rules is no list', 'write rules: and below it one `- id:` a rule');
  else {
    for (const item of list.items) {
      const line = lineAt((item as { range?: [number, number, number] }).range?.[0]);
      if (!isMap(item)) {
        fault(line, 'a rule without keys', 'write `- id: name`');
        continue;
      }
      const values: Record<string, unknown> = {};
      const lines: Record<string, Line[]> = {};
      for (const pair of item.items) {
        const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
        const node = pair.value;
        const at = lineAt((pair.key as { range?: [number, number, number] }).range?.[0]);
        if (!RULE_KEYS.includes(key)) fault(at, `unknown key ${key}`, `the keys of a rule are ${RULE_KEYS.join(', ')}`);
        values[key] = isScalar(node) ? node.value : isSeq(node) ? node.toJSON() : undefined;
        if (!BLOCKS.includes(key)) continue;
        if (!isScalar(node) || node.type !== 'BLOCK_LITERAL') {
          fault(
            at,
            `${key} is no block literal`,
            `write \`${key}: |\` and one a line below: plain YAML drops what follows a #`,
          );
          continue;
        }
        lines[key] = String(node.value)
          .split('\n')
          .map((t, k) => ({ text: t.trim(), line: at + 1 + k }))
          .filter((l) => l.text !== '');
      }
      const id = values.id;
      if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
        fault(line, 'a rule without an id of small letters', 'write `id: sounds`');
        continue;
      }
      const span = values.span ?? 'match';
      if (span !== 'match' && span !== 'clause' && span !== 'sentence')
        fault(line, `${id}: span is none of match, clause, sentence`, 'choose one');
      const kind = values.in ?? 'transcript';
      if (kind !== 'transcript' && kind !== 'note')
        fault(line, `${id}: in is neither transcript nor note`, 'choose one');
      const off = values.off === true;
      if (!off && !lines.match?.length) fault(line, `${id}: no pattern`, 'write `match: |` and a pattern below');
      rules.push({
        id,
        note: typeof values.note === 'string' ? values.note.trim() : '',
        in: kind as Kind,
        match: lines.match ?? [],
        except: lines.except ?? [],
        when: names(values.when),
        unless: names(values.unless),
        span: span as Span,
        off,
        yes: lines.yes ?? [],
        no: lines.no ?? [],
        line,
      });
    }
  }
  const over = Array.isArray(data.over) ? data.over.map(String) : [];
  const result: RuleFile = {
    file,
    code: words('code'),
    definition: words('definition'),
    source: words('source'),
    speaker: speaker as 'clinician' | 'patient',
    over,
    rules,
  };
  return { ...(faults.length === 0 ? { rules: result } : {}), faults };
}

/** `negated reported` or a list of names. */
function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}
