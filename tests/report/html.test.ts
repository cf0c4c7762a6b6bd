import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, scriptJson } from '../../src/write/report/html.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const read = (markup: string) => markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what HTML forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

describe('html', () => {
  it('keeps any text a text, in an element and in an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { markup } = html`<p title="${text}">${[text]}</p>`;
        const inside = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(markup);
        const wanted = text.replace(FORBIDDEN, '\ufffd');
        expect(inside?.slice(1).map(read)).toEqual([wanted, wanted]);
      }),
    );
  });

  it('puts in markup of its own as it is, and nothing for what is not there', () => {
    expect(html`${html`<b>${'<'}</b>`}${false}${null}${undefined}${0}${''}`.markup).toBe('<b>&lt;</b>0');
  });
});

describe('scriptJson', () => {
  it('gives back any value and cannot end its element', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string({ unit: 'grapheme' })), (value) => {
        const json = scriptJson({ value, evil: '</script><!--<script>\u2028\u2029' });
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(json).value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
