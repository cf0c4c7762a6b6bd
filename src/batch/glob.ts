/** A pattern of paths, cut where it begins to match: `data/*.txt` is `*.txt` below `data`. */
export interface Glob {
  /** The folder named without a pattern; `.` where there is none. */
  readonly base: string;
  readonly matches: (path: string) => boolean;
}

/**
 * Reads a path as a pattern: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, and `**` over folders.
 * Undefined where it is none. Shells expand patterns themselves, but not in quotes, in scripts of R and Python, or on Windows.
 */
export function parseGlob(path: string): Glob | undefined {
  const pieces = path.split('/');
  const first = pieces.findIndex((piece) => /[*?[{]/.test(piece));
  if (first < 0) return undefined;
  const base = pieces.slice(0, first).join('/');
  const pattern = compile(
    pieces
      .slice(first)
      .join('/')
      .replace(/(?:\*\*\/)+/g, '**/'),
  );
  if (!pattern) return undefined;
  return { base: base === '' && path.startsWith('/') ? '/' : base || '.', matches: (p) => pattern.test(p) };
}

/** Undefined where a range runs backwards, `[z-a]`: then it is no pattern. */
function compile(glob: string): RegExp | undefined {
  try {
    return new RegExp(`^${toRegExp(glob)}$`, 'u');
  } catch {
    return undefined;
  }
}

const TOKEN = /\*\*\/?|\*|\?|\[!?[^\]/]+\]|[{},]|[^*?[{},]+|\[/gu;

function toRegExp(glob: string): string {
  let open = 0;
  let result = '';
  for (const [token] of glob.matchAll(TOKEN)) {
    if (token === '**/') result += '(?:.*/)?';
    else if (token === '**') result += '.*';
    else if (token === '*') result += '[^/]*';
    else if (token === '?') result += '[^/]';
    else if (token === '{' && closes(glob)) {
      open += 1;
      result += '(?:';
    } else if (token === '}' && open > 0) {
      open -= 1;
      result += ')';
    } else if (token === ',' && open > 0) result += '|';
    else if (token.length > 1 && token.startsWith('['))
      result += `[${token.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
    else result += token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return result;
}

/** Whether a pattern has as many closing as opening braces: else a brace is a character. */
function closes(glob: string): boolean {
  return glob.split('{').length === glob.split('}').length;
}
