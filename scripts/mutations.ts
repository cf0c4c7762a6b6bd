/**
 * Damages a file as accidents and attackers do: seeded, so that a number gives the same bytes again. `fuzz.ts` and the property
 * tests share it.
 */

/** Numbers in [0, 1). */
export type Random = () => number;

interface Mutation {
  readonly name: string;
  readonly apply: (bytes: Buffer, random: Random) => Buffer;
}

/** What formats and terminals give a meaning to, and what few programs expect. */
const SIGNS: readonly string[] = [
  ...'"\'`<>[]{}()|&;:,.!?*_#%=+-@\\/~^$',
  '""',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\v',
  '\f',
  '\0',
  '\x07',
  '\x1b[2J',
  '\x1b]0;x\x07',
  '\x7f',
  '\x85',
  '\x9b31m',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u0301',
  '\u3000',
  '\ufeff',
  '\ufffe',
  '\u{1f600}',
  '\u{e0041}',
  '-->',
  '<v ',
  '<v Doctor>',
  '</v>',
  '<b>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&#xd800;',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "&c;">]>',
  'WEBVTT\n\n',
  'NOTE\n',
  'sep=;\n',
  '<exists>',
  'null',
  'true',
  '{"turns":[',
  '"text":',
  '__proto__',
  'constructor',
  'toString',
  'Doctor: ',
  'Patient:',
  'Speaker 1  00:12\n',
  '[laughs',
  '../../etc/passwd',
  '%s%n',
  '=1+1',
  "='x'!A1",
];

/** Times and numbers that no recording has. */
const NUMBERS: readonly string[] = [
  '99999:99:99',
  '999:99:99.999999999',
  '-00:00:01.000',
  '-1',
  '-0',
  'NaN',
  'Infinity',
  '1e999',
  '-1e999',
  '1e-999',
  '9'.repeat(400),
  '0x10',
  '1.7976931348623157e308',
  '9007199254740993',
  '00:00:00:00:00',
  '1,5',
  '١٢',
];

/** Every way of damaging a file. None changes its length by more than some hundred thousand bytes. */
export const mutations: readonly Mutation[] = [
  { name: 'cut off', apply: (bytes, random) => bytes.subarray(0, place(bytes, random)) },
  { name: 'head cut off', apply: (bytes, random) => bytes.subarray(place(bytes, random)) },
  { name: 'stretch dropped', apply: (bytes, random) => splice(bytes, ...stretch(bytes, random), Buffer.alloc(0)) },
  {
    name: 'stretch doubled',
    apply(bytes, random) {
      const [from, to] = stretch(bytes, random);
      return splice(bytes, to, to, bytes.subarray(from, to));
    },
  },
  {
    name: 'stretch moved',
    apply(bytes, random) {
      const [from, to] = stretch(bytes, random);
      const rest = splice(bytes, from, to, Buffer.alloc(0));
      const at = place(rest, random);
      return splice(rest, at, at, bytes.subarray(from, to));
    },
  },
  { name: 'line doubled', apply: (bytes, random) => lines(bytes, random, (all, at) => all.splice(at, 0, all[at])) },
  { name: 'line dropped', apply: (bytes, random) => lines(bytes, random, (all, at) => all.splice(at, 1)) },
  {
    name: 'lines swapped',
    apply: (bytes, random) =>
      lines(bytes, random, (all, at) => {
        const other = Math.floor(random() * all.length);
        [all[at], all[other]] = [all[other], all[at]];
      }),
  },
  {
    name: 'bits flipped',
    apply(bytes, random) {
      const flipped = Buffer.from(bytes);
      for (let n = 1 + Math.floor(random() * 8); n > 0 && flipped.length > 0; n--)
        flipped[Math.floor(random() * flipped.length)] ^= 1 << Math.floor(random() * 8);
      return flipped;
    },
  },
  {
    name: 'bytes inserted',
    apply: (bytes, random) =>
      insert(bytes, random, Buffer.from(Array.from({ length: 1 + Math.floor(random() * 9) }, () => random() * 256))),
  },
  {
    name: 'half of a surrogate pair',
    apply: (bytes, random) =>
      insert(
        bytes,
        random,
        Buffer.from(
          pick(
            [
              [0xed, 0xa0, 0x80],
              [0xed, 0xb0, 0x80],
              [0x5c, 0x75, 0x64, 0x38, 0x30, 0x30],
            ],
            random,
          ),
        ),
      ),
  },
  {
    name: 'signs inserted',
    apply(bytes, random) {
      let result = bytes;
      for (let n = 1 + Math.floor(random() * 4); n > 0; n--)
        result = insert(result, random, Buffer.from(pick(SIGNS, random)));
      return result;
    },
  },
  {
    name: 'sign repeated',
    apply: (bytes, random) =>
      insert(bytes, random, Buffer.from(pick(SIGNS, random).repeat(10 ** (1 + Math.floor(random() * 3))))),
  },
  {
    name: 'number replaced',
    apply(bytes, random) {
      const text = bytes.toString('latin1');
      const found = [...text.matchAll(/\d[\d:.,]*/g)];
      if (found.length === 0) return insert(bytes, random, Buffer.from(pick(NUMBERS, random)));
      const { index, 0: old } = pick(found, random);
      return splice(bytes, index, index + old.length, Buffer.from(pick(NUMBERS, random)));
    },
  },
  {
    name: 'deep nesting',
    apply(bytes, random) {
      const depth = 10 ** (1 + Math.floor(random() * 4));
      const [open, close] = pick(
        [
          ['[', ']'],
          ['{"a":', '}'],
          ['[{"turns":', '}]'],
          ['<v a>', '</v>'],
          ['(', ')'],
          ['"', '"'],
        ],
        random,
      );
      return insert(bytes, random, Buffer.from(open.repeat(depth) + (random() < 0.5 ? close.repeat(depth) : '')));
    },
  },
  {
    name: 'line too long',
    apply: (bytes, random) =>
      insert(
        bytes,
        random,
        Buffer.from(
          pick(['a', 'word ', 'so, ', ',', '\t', "it's ", 'é'], random).repeat(10 ** (2 + Math.floor(random() * 2.5))),
        ),
      ),
  },
  {
    name: 'line ends mixed',
    apply: (bytes, random) =>
      Buffer.from(
        bytes
          .toString('latin1')
          .replace(/\r\n|\r|\n/g, () => pick(['\n', '\r', '\r\n', '\n\r', '\n\n', '\u0085'], random)),
        'latin1',
      ),
  },
  {
    name: 'another encoding',
    apply(bytes, random) {
      const text = bytes.toString();
      const units = Buffer.from(text, 'utf16le');
      const even = units.subarray(0, units.length & ~1);
      return pick(
        [
          () => units,
          () => Buffer.concat([Buffer.from([0xff, 0xfe]), units]),
          () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(even).swap16()]),
          () => Buffer.from(text, 'latin1'),
          () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
        ],
        random,
      )();
    },
  },
];

/** Damages a file in one to four ways. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let damaged = bytes;
  for (let n = 1 + Math.floor(random() ** 2 * 4); n > 0; n--) damaged = pick(mutations, random).apply(damaged, random);
  return damaged;
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)];
}

function place(bytes: Buffer, random: Random): number {
  return Math.floor(random() * (bytes.length + 1));
}

function stretch(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + Math.floor(random() ** 3 * bytes.length))];
}

function splice(bytes: Buffer, from: number, to: number, between: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)]);
}

function insert(bytes: Buffer, random: Random, more: Buffer): Buffer {
  const at = place(bytes, random);
  return splice(bytes, at, at, more);
}

function lines(bytes: Buffer, random: Random, change: (all: string[], at: number) => void): Buffer {
  const all = bytes.toString('latin1').split('\n');
  change(all, Math.floor(random() * all.length));
  return Buffer.from(all.join('\n'), 'latin1');
}
