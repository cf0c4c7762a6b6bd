import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT, rowsOf } from '../commands/bedside.ts';
import { findBrowser, launch, open } from './browser.ts';

const folder = emptyFolder();
const NAMED = ['--by', '{trainee}_{date}'];

/** A report's text. */
function page(...args: string[]): string {
  const { code, stdout, stderr } = bedside(['report', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A section as a reader sees it, without marks and with single blanks. */
function textOf(html: string, id: string): string {
  const markup = new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? '';
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

const html = page('fixtures/cohort', ...NAMED, '--focus', 'amara');

describe('a report of a cohort', () => {
  it('gives the same bytes each time', () => {
    expect(page('fixtures/cohort', ...NAMED, '--focus', 'amara')).toBe(html);
  });

  it('says of every figure its n, the interval, how far to trust it, and what it is not', () => {
    const captions = [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, text]) => text);
    expect(captions.length).toBe(32);
    for (const caption of captions) {
      expect(caption).toMatch(/\d visits/);
      expect(caption).toMatch(/Agreement with codebook readers: .*\[\.\d|Words are counted/);
      expect(caption).toMatch(/An aid to review and no verdict on a person\.$/);
    }
  });

  it('tells in words what each drawing shows', () => {
    const drawings = [...html.matchAll(/<svg [^>]*class="drawn"[^>]*>/g)].map(([tag]) => tag);
    expect(drawings.length).toBe(32);
    for (const tag of drawings) {
      expect(tag).toContain('role="img"');
      for (const id of /aria-labelledby="([^"]*)"/.exec(tag)?.[1].split(' ') ?? ['nothing'])
        expect(html.split(`id="${id}"`)).toHaveLength(2);
    }
    expect(html).toMatch(/<desc id="groups-empathy_per_1000w-d">[^<]*amara: 8\.2 \[6\.3 to 11\.6\], n 7; bo: /);
  });

  it('gives the medians that R and numpy give', () => {
    const rows = rowsOf(bedside(['score', 'fixtures/cohort', '--rates']).stdout);
    const rates = rows.map((row) => Number(row.empathy_per_1000w)).sort((a, b) => a - b);
    expect(textOf(html, 'spread')).toContain(
      `19 visits, median ${rates[9].toFixed(1)} [${rates[4].toFixed(1)} to ${rates[14].toFixed(1)}]`,
    );
  });

  it('speaks of strengths only where the interval leaves the others’ median out', () => {
    const text = textOf(html, 'focus');
    expect(text).toMatch(
      /Strengths that these visits show Open questions, share of all questions: above the others\. Median 47 % \[38 to 54 %\] of 7 visits/,
    );
    expect(text).toMatch(
      /In the other \d+ of \d+ measures there is no difference that these visits can show\. With \d+ measures, about 1 would stand out by chance alone\./,
    );
    expect(text).toMatch(
      /amara: median 8\.2 \[6\.3 to 11\.6\] of 7 visits\. .{0,90} No difference that these visits can show\./,
    );
    expect(text).not.toContain('index, 0 to 100: above');
    const few = textOf(
      page('fixtures/cohort/bo_2025-01-15.txt', 'fixtures/cohort/cleo_2025-01-16.txt', ...NAMED, '--focus', 'bo'),
      'focus',
    );
    expect(few).toContain('Too few visits to compare.');
    expect(few).not.toContain('Strengths');
  });

  it('orders groups by name and visits by date', () => {
    const places = ['amara', 'bo', 'cleo'].map((name) => textOf(html, 'groups').indexOf(` ${name} `));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    const days = [
      ...textOf(html, 'visits')
        .replace(/^.* because /, '')
        .matchAll(/ (2025-\d\d-\d\d) /g),
    ].map(([, day]) => day);
    expect(days).toHaveLength(19);
    expect([...days].sort()).toEqual(days);
  });

  it('has no groups, dates or focus where none are known', () => {
    const plain = page('fixtures/cohort');
    for (const id of ['groups', 'trend', 'focus']) expect(plain).not.toContain(`<section id="${id}"`);
    expect(plain).toContain('<section id="spread"');
  });

  it('keeps notes apart from transcripts', () => {
    const both = page('fixtures/visits/checkup.txt', 'fixtures/visits/smoking.txt', 'fixtures/visits/notes');
    expect(textOf(both, 'visits')).not.toContain('back-pain');
    const notes = textOf(both, 'notes');
    expect(notes).toContain('back-pain');
    expect(notes).toContain('often by template, not what was said');
    expect(textOf(both, 'spread')).toContain('of 2 visits are left out');
  });

  it('shows names as they are, whatever they hold', () => {
    const evil = '<img src=x onerror=alert(1)>&"\'';
    const meta = join(folder, 'meta.csv');
    const ids = ['amara_2025-01-14', 'amara_2025-02-04', 'bo_2025-01-15'];
    writeFileSync(meta, `visit_id,who\n${ids.map((id) => `${id},"${evil.replaceAll('"', '""')}"\n`).join('')}`);
    const made = bedside(['report', 'fixtures/cohort', '--meta', meta, '--focus', evil]).stdout;
    expect(made).toContain('&lt;img src=x');
    expect(made).not.toContain('<img');
  });

  it('tells of a group that is not there', () => {
    const { code, stderr } = bedside(['report', 'fixtures/cohort', ...NAMED, '--focus', 'dora']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'bedside: dora: no visit belongs to that group. There are amara, bo, cleo\n',
    });
    expect(bedside(['report', 'fixtures/cohort', '--focus', 'bo']).stderr).toContain('--by NAME');
  });
});

const browserPath = findBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(browserPath === undefined)('a cohort in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  const file = join(folder, 'cohort.html');

  beforeAll(async () => {
    writeFileSync(file, html);
    browser = await launch(browserPath as string);
  }, 120_000);

  afterAll(() => browser?.close(), 60_000);

  const column = (shown: Page, at: number) => shown.locator(`#visits tbody tr > :nth-child(${at})`).allTextContents();

  it('sorts by any column, with the keyboard, and says how', async () => {
    const { page: shown, faults } = await open(browser, file);
    const head = shown.locator('#visits thead th', { hasText: 'Words' });
    expect(await head.getAttribute('aria-sort')).toBeNull();
    await head.getByRole('button').focus();
    await shown.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const words = (await column(shown, 4)).map(Number);
    expect(words).toEqual([...words].sort((a, b) => a - b));
    await shown.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await column(shown, 4)).map(Number)).toEqual(words.toReversed());
    await shown.getByRole('button', { name: 'Trainee' }).click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(new Set((await column(shown, 3)).slice(0, 7))).toEqual(new Set(['amara']));
    expect(faults).toEqual([]);
    await shown.context().close();
  });

  it('opens each visit from its row, and comes back to it', async () => {
    const { page: shown } = await open(browser, file);
    const link = shown.getByRole('link', { name: 'bo_2025-02-05' });
    await link.press('Enter');
    await expect.poll(() => shown.locator('#one h1').textContent()).toBe('bo_2025-02-05');
    await shown.goBack();
    await expect.poll(() => shown.locator('#whole').isVisible()).toBe(true);
    await shown.context().close();
  });

  it.each([
    [1280, false],
    [1280, true],
    [320, false],
  ])('has no fault for axe and is as wide as its window: %i px, dark %s', async (width, dark) => {
    const { page: shown, faults } = await open(browser, file, { width, dark });
    await shown.evaluate(axe);
    const found = await shown.evaluate(
      'axe.run().then((all) => all.violations.flatMap((v) => v.nodes.map((node) => v.id + ": " + node.target)))',
    );
    expect(found).toEqual([]);
    expect(await shown.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(faults).toEqual([]);
    await shown.context().close();
  });
});

describe('a programme’s year', () => {
  it('of 500 visits stays under 15 MB', () => {
    const texts = ['amara_2025-01-14', 'bo_2025-01-15', 'cleo_2025-01-16'].map((id) =>
      readFileSync(join(ROOT, `fixtures/cohort/${id}.txt`), 'utf8'),
    );
    const visits = Array.from({ length: 500 }, (_, k) => ({
      id: `t${k % 20}_2025-0${1 + (k % 9)}-1${k % 10}_${k}`,
      turns: texts[k % 3]
        .trim()
        .split('\n')
        .map((line) => ({ speaker: line.split(': ')[0], text: line.slice(line.indexOf(': ') + 2) })),
    }));
    const input = join(folder, 'many.ndjson');
    writeFileSync(input, visits.map((visit) => `${JSON.stringify(visit)}\n`).join(''));
    const made = bedside(['report', input, '--quotes', '--by', '{trainee}_{date}_*']).stdout;
    expect(made.length).toBeGreaterThan(1_000_000);
    expect(made.length).toBeLessThan(15_000_000);
  }, 120_000);
});
