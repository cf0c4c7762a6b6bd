/** Makes 5,000 visits from the fixtures in a folder: files of one visit each, and a table and JSON lines with 1,500 each. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const fixtures = ['checkup', 'diabetes', 'earache', 'knee-spaced', 'results', 'smoking'].map((name) =>
  readFileSync(new URL(`../../fixtures/visits/${name}.txt`, import.meta.url), 'utf8'),
);

/** Speaker and text of every labelled line. */
function turnsOf(text) {
  return [...text.matchAll(/^([A-Z][\w. ]{0,20}): *(.+)$/gm)].map(([, speaker, said]) => ({ speaker, text: said }));
}

const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;
const visit = (at) => fixtures[at % fixtures.length];

for (let at = 0; at < 2000; at++) {
  const site = join(folder, `site-${at % 20}`);
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, `visit-${at}.txt`), visit(at));
}
const rows = Array.from({ length: 1500 }, (_, at) =>
  turnsOf(visit(at)).map(({ speaker, text }) => [`table-${at}`, speaker, text].map(quote).join(',')),
);
writeFileSync(join(folder, 'table.csv'), `visit_id,speaker,text\n${rows.flat().join('\n')}\n`);
const lines = Array.from({ length: 1500 }, (_, at) => JSON.stringify({ id: `line-${at}`, turns: turnsOf(visit(at)) }));
// What cannot be read must come out as in a single run: a broken line, and an id that comes again.
lines[700] = lines[700].slice(0, 40);
lines[900] = JSON.stringify({ id: 'table-3', turns: turnsOf(visit(0)) });
writeFileSync(join(folder, 'lines.ndjson'), `${lines.join('\n')}\n`);
