import { UsageError } from '../problem.ts';

/** Reads what a file's name or a visit's id says of the visit: `{trainee}_{date}` gives trainee and date. */
export interface NameTemplate {
  /** The names in braces, in order. */
  readonly names: readonly string[];
  /** What the first of the texts that fits says, by name; undefined where none fits. */
  readonly read: (texts: readonly string[]) => Readonly<Record<string, string>> | undefined;
}

const PIECE = /\{([^{}]*)\}|(\*)|([^{*]+|\{)/g;
const DATE = String.raw`\d{4}-\d\d(?:-\d\d)?`;

export function isTemplate(text: string): boolean {
  return /[{*]/.test(text);
}

/**
 * Makes a template of a path's end. `{name}` stands for one and more characters of a folder's or file's name, as few as fit,
 * `*` for any number, all else for itself. `{date}` is a date where one fits (`2025-03-07`, `2025-03`), so that it takes
 * nothing of the names beside it. Throws UsageError where nothing is named, or a name comes twice.
 */
export function nameTemplate(text: string): NameTemplate {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name.trim());
  const fault = faultOf(names);
  if (fault)
    throw new UsageError(`--by ${text}: ${fault}`, "Write the part that names the group in braces: --by '{trainee}_*'");
  const strict = patternOf(text, DATE);
  const loose = patternOf(text, '[^/]+?');
  return {
    names,
    read(texts) {
      for (const pattern of [strict, loose]) {
        for (const one of texts) {
          const found = pattern.exec(one);
          if (found) return Object.fromEntries(names.map((name, at) => [name, found[at + 1]]));
        }
      }
      return undefined;
    },
  };
}

function faultOf(names: readonly string[]): string | undefined {
  if (names.length === 0) return 'it names no part';
  if (names.includes('')) return 'braces without a name';
  return new Set(names).size < names.length ? 'a name stands twice' : undefined;
}

/** The end of a path, from the beginning of a name on. */
function patternOf(text: string, date: string): RegExp {
  const pieces = [...text.replaceAll('\\', '/').matchAll(PIECE)].map(([, name, star, plain]) => {
    if (name !== undefined) return name.trim() === 'date' ? `(${date})` : '([^/]+?)';
    return star ? '[^/]*' : plain.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`(?:^|/)${pieces.join('')}$`, 'u');
}
