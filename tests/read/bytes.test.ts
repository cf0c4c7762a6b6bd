import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/problem.ts';
import { decode } from '../../src/read/bytes.ts';

const sample = 'Doctor: How’s the café – still “noisy”?\r\nPatient: It is… £3 a cup.\r\n';

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(sample)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sample}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${sample}`, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${sample}`, 'utf16le').swap16()],
    ['UTF-16 LE', Buffer.from(sample, 'utf16le')],
    ['UTF-16 BE', Buffer.from(sample, 'utf16le').swap16()],
    ['Windows-1252', windows1252(sample)],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes, 'a.txt')).toBe(sample);
  });

  it('reads every character of Windows-1252', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
    expect(decode(Buffer.concat([Buffer.from('a '), bytes]), 'a.txt')).toBe(
      'a €\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ',
    );
  });

  it('does not take UTF-8 that was cut off for Windows-1252', () => {
    const bytes = Buffer.from('Doctor: José, olé, voilà – déjà vu?');
    const cut = Buffer.concat([bytes, Buffer.from('é').subarray(0, 1)]);
    expect(decode(cut, 'a.txt')).toBe('Doctor: José, olé, voilà – déjà vu?\ufffd');
  });

  it('bears a stray control character, as copying from a PDF leaves it', () => {
    const text = `Doctor: ${'How has the knee been since we last met? '.repeat(3)}\x02`;
    expect(decode(Buffer.from(text), 'a.txt')).toBe(text);
  });

  it('keeps any UTF-8 text with words as it is', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => `Doctor: ${text.replace(/\p{Cc}/gu, '')} and so on`);
    fc.assert(
      fc.property(words, (text) => {
        expect(decode(Buffer.from(text), 'a.txt')).toBe(text);
      }),
    );
  });

  it('gives a text or an InputError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(decode(bytes, 'a.txt').trim()).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).problem.code).toMatch(/^file\.(empty|binary|document)$/);
        }
      }),
    );
  });
});

function windows1252(text: string): Uint8Array {
  const codes: Record<string, number> = { '’': 0x92, '–': 0x96, '“': 0x93, '”': 0x94, '…': 0x85 };
  return Uint8Array.from([...text].map((character) => codes[character] ?? character.charCodeAt(0)));
}
