import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bedside, emptyFolder } from '../commands/bedside.ts';
import { findBrowser, launch, open } from './browser.ts';

const path = findBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = emptyFolder();

/** Writes a report and gives its file. */
function report(name: string, ...args: string[]): string {
  const file = join(folder, `${name}.html`);
  expect(bedside(['report', ...args, '-o', file])).toMatchObject({ code: 0 });
  return file;
}

/** What axe finds, as a list of rules and places; empty where all is well. */
async function violations(page: Page): Promise<string[]> {
  // As code of the test, which the page's policy does not concern.
  await page.evaluate(axe);
  return page.evaluate(
    'axe.run().then((found) => found.violations.flatMap((v) => v.nodes.map((node) => v.id + ": " + node.target)))',
  );
}

describe.skipIf(path === undefined)('a report in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  let single: string;
  let cohort: string;

  beforeAll(async () => {
    browser = await launch(path as string);
    single = report('single', 'fixtures/visits/checkup.txt', '--framework', 'nurse');
    cohort = report('cohort', 'fixtures/visits/*.txt', 'fixtures/visits/notes', '--quotes');
  }, 120_000);

  afterAll(() => browser?.close(), 60_000);

  it.each([320, 480, 768, 1024, 1280, 1600])('is as wide as a window of %i px', async (width) => {
    for (const [file, hash] of [
      [single, ''],
      [cohort, ''],
      [cohort, '#visit-1'],
    ]) {
      const { page, faults } = await open(browser, file, { width, hash });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ])('has no fault for axe: %s, %i px', async (scheme, width) => {
    for (const [file, hash] of [
      [single, ''],
      [cohort, ''],
      [cohort, '#visit-6'],
    ]) {
      const { page } = await open(browser, file, { width, dark: scheme === 'dark', hash });
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('has another paper in the dark, and white paper in print', async () => {
    const paper = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await open(browser, single);
    const dark = await open(browser, single, { dark: true });
    expect(await paper(dark.page)).not.toBe(await paper(light.page));
    await dark.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paper(dark.page)).toBe('rgb(255, 255, 255)');
    await light.page.context().close();
    await dark.page.context().close();
  });

  it('can be read without its script', async () => {
    const { page } = await open(browser, single, { script: false });
    const text = await page.locator('main').textContent();
    expect(text).toContain("I'm scared it's that");
    expect(text).toContain('No index here measures trust');
    expect(await page.locator('.turns .passage').count()).toBeGreaterThan(20);
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    await page.context().close();
  });

  it('leads every link to a place that is there', async () => {
    const { page } = await open(browser, single);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => `#${id}`));
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((href) => !ids.includes(`${href}`))).toEqual([]);
    await page.context().close();
  });

  it('takes away the marks of the codes that are not wanted, and gives them back', async () => {
    const { page } = await open(browser, single, { width: 1440 });
    const marks = page.locator('.said .passage > .f-closed');
    const notes = page.locator('.turns .note.f-closed');
    expect(await marks.count()).toBe(4);
    await page.getByRole('checkbox', { name: 'Closed questions' }).uncheck();
    expect(await marks.count()).toBe(0);
    expect(await notes.first().isVisible()).toBe(false);
    expect(await page.locator('.lane[data-family="closed"]').isVisible()).toBe(false);
    expect(await page.locator('[data-told]').textContent()).toBe('31 moments marked');
    await page.getByRole('button', { name: 'None' }).click();
    expect(await page.locator('.passage[href]').count()).toBe(0);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    expect(await marks.count()).toBe(4);
    // A question that is also an exploration of a feeling shows as the one where the other is taken away.
    await page.getByRole('checkbox', { name: 'explores' }).uncheck();
    expect(await page.locator('.said .f-question', { hasText: 'affecting you at work' }).count()).toBe(1);
    await page.context().close();
  });

  it('shows rule, definition and source of a moment to pointer and focus', async () => {
    const { page } = await open(browser, single, { width: 1440 });
    const passage = page.locator('.passage', { hasText: 'Tell me a bit more about the tiredness' });
    const card = page.locator('#card');
    await passage.hover();
    await expect.poll(() => card.isVisible()).toBe(true);
    const text = await card.textContent();
    for (const words of ['Open question', 'question.open/tell-me', 'so that many answers are possible', 'RIAS'])
      expect(text).toContain(words);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    await page.mouse.move(5, 5);
    await passage.focus();
    expect(await card.isVisible()).toBe(true);
    expect(await passage.evaluate((node) => node.getAttribute('aria-describedby'))).toContain('card');
    await page.locator('h1').click();
    await expect.poll(() => card.isVisible()).toBe(false);
    await page.context().close();
  });

  it('goes from moment to moment by keys that are listed and can be turned off', async () => {
    const { page } = await open(browser, single);
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('n');
    expect(await focused()).toBe('What brings you in today');
    await page.keyboard.press('j');
    expect(await focused()).toBe("I'm worn out by lunchtime");
    await page.keyboard.press('p');
    expect(await focused()).toBe('What brings you in today');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    expect(await help.isVisible()).toBe(true);
    expect(await help.textContent()).toContain('to the next moment');
    await page.getByRole('checkbox', { name: 'Single keys work' }).uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('main').focus();
    await page.keyboard.press('n');
    expect(await focused()).not.toBe('What brings you in today');
    await page.context().close();
  });

  it('prints the whole visit, folded parts too, without what only a screen can use', async () => {
    const { page } = await open(browser, single);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.getByText('Where the bounds are from').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('opens a visit of several, and goes back', async () => {
    const { page, faults } = await open(browser, cohort);
    await page.getByRole('link', { name: 'checkup', exact: true }).first().click();
    await expect.poll(() => page.locator('#one h1').textContent()).toBe('checkup');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await page.title()).toContain('checkup');
    expect(await page.locator('#whole').isVisible()).toBe(false);
    expect(await page.locator('.turns').textContent()).toContain('leukaemia');
    await page.keyboard.press('n');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('What brings you in today');
    await page.getByRole('link', { name: 'All visits' }).first().click();
    await expect.poll(() => page.locator('#whole').isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each(['single', 'cohort'])('runs nothing that a %s transcript says, and shows it as it is', async (kind) => {
    const evil = [
      '<img src=x onerror="hit=1">',
      '</script><script>hit=1</script>',
      '"><svg onload=hit=1>',
      "' autofocus onfocus=hit=1 x='",
      '<!--<script>',
      'a\u2028b\u202ec',
      '{{hit}} &lt;b&gt; &amp;',
    ];
    const turns = evil.flatMap((words, k) => [
      { speaker: `Doctor`, text: `Tell me about ${words} please` },
      { speaker: `Patient`, text: `I'm scared of ${words} you know ${k}` },
    ]);
    const input = join(folder, `${kind}.ndjson`);
    const visit = (id: string) => JSON.stringify({ id, turns });
    writeFileSync(input, `${visit(evil[0])}\n${kind === 'single' ? '' : `${visit(evil[1])}\n`}`);
    const file = report(`evil-${kind}`, input, '--quotes', '--title', evil[2]);
    const { page, faults } = await open(browser, file, { hash: kind === 'single' ? '' : '#visit-1' });
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
    expect(faults).toEqual([]);
    const shown = await page.locator('.said').allTextContents();
    expect(shown).toEqual(turns.map(({ text }) => text));
    expect(await page.locator('.turns img, .turns script').count()).toBe(0);
    await page.locator('.passage').first().hover();
    await page.keyboard.press('n');
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
    await page.context().close();
  });
});
