import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InputError, isProblem } from '../../src/problem.ts';
import { decode } from '../../src/read/bytes.ts';
import { csv } from '../../src/read/csv.ts';
import { tsv } from '../../src/read/tsv.ts';
import { json } from '../../src/read/json.ts';
import { ndjson } from '../../src/read/ndjson.ts';
import { textgrid } from '../../src/read/textgrid.ts';
import { isForeign } from '../../src/read/foreign.ts';
import { fixtures, options, sourceOf } from './options.ts';
const readers = [csv, tsv, json, ndjson, textgrid];
const files = ['visits/twins', 'bad'].flatMap((folder) =>
  readdirSync(fixtures + folder).filter((n) => /csv|tsv|json|TextGrid/.test(n)).map((name) => ({ name, bytes: readFileSync(`${fixtures}${folder}/${name}`) })),
);
const awk = fc.constantFrom('"', '{', '}', '[', ']', ':', ',', '\\', '-->', '\n\n', '\r', '!', '<exists>', '"" ""', '\ufeff', '\0', 'null', '1e999', '-5', '99999999999', '\t', '  ', ';', '__proto__', '"turns":', '"visit_id":').map((t) => Buffer.from(t));
const damage = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(80), bytes: fc.oneof(fc.uint8Array({ maxLength: 8 }), awk) }), { minLength: 1, maxLength: 4 });
const rd = fc.constantFrom(...readers);
const kind = fc.option(fc.constantFrom('note', 'transcript', 'both'), { nil: undefined }) as any;
function sense(bytes: Uint8Array, name: string, r: any, kind: any) {
  try {
    const s = sourceOf(decode(bytes, name), name);
    isForeign(s.text); for (const x of readers) x.sniff(s.text.slice(0, 65536), options);
    for (const item of r.read(s, { ...options, kind })) {
      if (isProblem(item)) expect(item).toMatchObject({ code: expect.any(String), what: expect.any(String), fix: expect.any(String) });
      else for (const { text, parts } of item.turns) expect(parts.every(({ at }: any) => at <= text.length)).toBe(true);
    }
  } catch (e) { if (!(e instanceof InputError)) throw e; }
}
it('damaged', () => { fc.assert(fc.property(fc.constantFrom(...files), damage, rd, kind, (f, ds, r, k) => {
  let d: Buffer = f.bytes; for (const { at, drop, bytes } of ds) { const p = Math.floor(at * d.length); d = Buffer.concat([d.subarray(0, p), bytes, d.subarray(p + drop)]); }
  const own = readers.find((x) => x.endings.includes(f.name.split('.').pop()!.toLowerCase()))!;
  sense(d, f.name, own, k); sense(d, f.name, r, k);
}), { numRuns: 4000 }); }, 120000);
it('any', () => { fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), rd, kind, (t, r, k) => sense(Buffer.from(t), 'a.txt', r, k)), { numRuns: 3000 }); }, 60000);
it('json values', () => { fc.assert(fc.property(fc.jsonValue(), kind, (v, k) => { sense(Buffer.from(JSON.stringify(v)), 'a.json', json, k); sense(Buffer.from(JSON.stringify({turns:v, segments:v, note:v, text:v, visits:v})), 'a.json', json, k); sense(Buffer.from(JSON.stringify({segments:v, note:v, text:v, speaker:v, start:v})), 'a.json', ndjson, k);}), { numRuns: 2000 }); }, 60000);
it('long', () => {
  for (const unit of [' ', '\t', 'a ', 'A.', '"', '""', '" "', '[', '{', '[{"a":', '\\', ',', ';', '!', '<exists>', '1 ', 'Doctor: a\n', '"\n', '{}\n', '{"\n', '{"a":1}\n', 'sep=,\n', '\r']) for (const head of ['', 'visit_id,speaker,text\n', '"ooTextFile"\n"TextGrid"\n0 1 <exists> 1 ']) for (const r of readers) {
    const t = performance.now(); sense(Buffer.from(head + unit.repeat(200000)), 'a.x', r, undefined); const d = performance.now() - t; if (d > 1500) console.log(JSON.stringify(unit), JSON.stringify(head), r.id, d.toFixed(0));
  }
}, 300000);
