/** A Markdown table; what Markdown would read as its own in a cell, `|` and `<`, is escaped. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c) => c.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A page: paragraphs and tables with an empty line between. */
export function pageOf(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** In code quotes, for names. */
export function name(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
