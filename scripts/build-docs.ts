/** Writes docs/columns.md, docs/formats.md, docs/frameworks.md and docs/rules.md from the lists that the program itself runs on. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { columnsPage } from './docs/columns.ts';
import { formatsPage } from './docs/formats.ts';
import { frameworksPage } from './docs/frameworks.ts';
import { rulesPage } from './docs/rules.ts';

const folder = new URL('../docs/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, page] of [
  ['columns', columnsPage()],
  ['formats', formatsPage()],
  ['frameworks', await frameworksPage()],
  ['rules', rulesPage()],
] as const) {
  writeFileSync(new URL(`${name}.md`, folder), page);
}
