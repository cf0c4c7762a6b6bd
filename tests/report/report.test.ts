import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, visit } from '../commands/bedside.ts';

const folder = emptyFolder();

/** A report's text. */
function page(...args: string[]): string {
  const { code, stdout, stderr } = bedside(['report', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A data island of a page. */
function island(html: string, id: string) {
  const json = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(html)?.[1];
  return JSON.parse(json ?? 'null');
}

function input(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const CHECKUP = 'fixtures/visits/checkup.txt';

describe('bedside report', () => {
  it('gives the same bytes for the same visits', () => {
    expect(page('fixtures/visits', '--quotes')).toBe(page('fixtures/visits', '--quotes'));
  });

  it('is one file that a policy keeps from fetching or sending anything', () => {
    const html = page(CHECKUP);
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src &#39;none&#39;; script-src &#39;sha256-[^;]+&#39;; style-src &#39;sha256-[^;]+&#39;;/,
    );
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/<(link|iframe|img|object|embed|base)\b|\s(src|srcset|action)=|@import|url\(/i);
    expect(html).not.toMatch(/\sstyle="/);
  });

  it('says of every ratio how many of how many, and wherever the communication index stands what it is not', () => {
    const text = page(CHECKUP)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const words of ['296 of 545 words', '4 of 8', '4 to 11', '4 of 4', '2 of 3']) expect(text).toContain(words);
    expect(text).toMatch(/Communication index: 76 of 100 .{0,120}No measure of trust, and not validated/);
    expect(text).toContain('No index here measures trust');
  });

  it('gives a plain word in place of a figure that a flag makes doubtful', () => {
    const html = page('fixtures/visits/knee-spaced.txt');
    expect(html).toContain('The visit is short.');
    expect(html).toContain('<span class="plain">visit too short</span> <span class="quiet">(1 of 3)</span>');
    expect(html).not.toMatch(/index: <b>/);
    for (const index of ['Inquiry', 'Empathy', 'Shared-decision', 'Communication'])
      expect(html).toContain(`${index} index: <span class="plain">visit too short</span>`);
  });

  it('never mixes agreement with human experts and with readers of the codebook', () => {
    const html = page(CHECKUP);
    const lines = html.match(/<span class="trust">.*?<\/span>/g) ?? [];
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.match(/human experts|codebook readers/g)?.length ?? 1).toBe(1);
    const trust = island(html, 'shared').trust.codes;
    const experts = trust
      .filter(({ by }: { by: string }) => by === 'experts')
      .map(({ code }: { code: string }) => code);
    expect(new Set(experts)).toEqual(new Set(['question', 'question.closed', 'question.open', 'listening.reflection']));
  });

  it('leaves words and labels out of a report of several visits unless they are asked for', () => {
    const some = [CHECKUP, 'fixtures/visits/smoking.txt'];
    for (const html of [page(...some), page(CHECKUP, '--no-quotes')]) {
      for (const words of ['leukaemia', 'tiredness', 'Thursday', 'Counsellor', 'Keane'])
        expect(html).not.toContain(words);
      expect(html).toContain('What was said is left out');
    }
    const shown = page(...some, '--quotes');
    for (const words of ['leukaemia', 'baccy', 'Counsellor']) expect(shown).toContain(words);
  });

  it('leaves every word of a turn out, whatever it is', () => {
    const words = visit('Quetzalcoatlus flew by, I swear.').replaceAll('Doctor:', 'Doctor Archaeopteryx:');
    const file = input('canary.txt', words);
    expect(page(file)).toContain('Quetzalcoatlus');
    const html = page(file, '--no-quotes');
    for (const canary of ['Quetzalcoatlus', 'Archaeopteryx', 'swear', 'knee hurts', folder])
      expect(html).not.toContain(canary);
  });

  it('keeps a visit by the clock where it has times, else by words', () => {
    expect(page('fixtures/visits/twins/checkup.zoom.vtt')).toContain('by the clock');
    expect(page(CHECKUP)).toContain('by words, for the transcript has no times');
  });

  it('shows an instrument’s items with what bears on them, and no total', () => {
    const html = page(CHECKUP, '--framework', 'nurse');
    expect(html).toContain('id="v1-framework-nurse"');
    expect(html).toMatch(/<b class="status">seen<\/b>/);
  });

  it('writes what could be read, tells the rest, and ends with 1', () => {
    const output = join(folder, 'some.html');
    const { code, stderr } = bedside(['report', CHECKUP, 'fixtures/bad/empty.txt', '-o', output]);
    expect(code).toBe(1);
    expect(stderr).toContain('empty.txt');
    expect(readFileSync(output, 'utf8')).toContain('leukaemia');
    const none = join(folder, 'none.html');
    expect(bedside(['report', 'fixtures/bad/empty.txt', '-o', none]).code).toBe(1);
    expect(existsSync(none)).toBe(false);
  });

  it('shows nothing to look at together where nobody knows who speaks, or how often rules are right', () => {
    expect(page('fixtures/visits/earache.txt')).toContain('None are shown: no patient heard.');
    const rules = emptyFolder();
    expect(page(CHECKUP, '-l', rules)).toContain('rules of your own are in use, and nobody has measured');
  });
});
