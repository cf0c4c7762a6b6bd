/** Markup that is ours, every text in it escaped: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | false | null | undefined | readonly Value[];

/**
 * Makes markup. A text is escaped for an element's content and for an attribute between double quotes alike; `Html` goes in as
 * it is, a list one after the other, nothing for false, null and undefined.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = strings[0];
  for (const [k, value] of values.entries()) markup += markupOf(value) + strings[k + 1];
  return { markup };
}

function markupOf(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, which HTML forbids, become a sign that one was there; so do halves of surrogate pairs. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]).replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '\ufffd');
}

/** JSON that can stand in a script element: nothing in it ends the element, opens a comment or breaks a line. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
