import type { SummedFile } from './sums.ts';

/** What a run was made of and came to. No word of a transcript is in it. */
export interface Manifest {
  /** The layout's version. */
  readonly manifest: 1;
  readonly program: 'bedside';
  readonly version: string;
  readonly node: string;
  /** Hash of the rules, scoring and speakers included. */
  readonly lexicon: string;
  readonly command: string;
  /** The command line, without what is said of going on with a run. */
  readonly arguments: readonly string[];
  /** As they were understood. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly workers: number;
  readonly counts: {
    readonly inputs: number;
    readonly visits: number;
    readonly rows: number;
    readonly problems: Readonly<Record<string, number>>;
  };
  readonly output: { readonly file: string | null; readonly bytes: number; readonly sha256: string };
  /** What is another in every run. */
  readonly run: { readonly finished: string; readonly seconds: number; readonly resumed: number };
}

/** Writes a manifest as JSON, an input file a line: there may be millions. */
export async function writeManifest(
  { run, ...manifest }: Manifest,
  files: AsyncIterable<SummedFile>,
  write: (text: string) => void,
): Promise<void> {
  write(`${JSON.stringify(manifest, null, 2).slice(0, -2)},\n  "inputs": [`);
  let between = '\n';
  for await (const file of files) {
    write(`${between}    ${JSON.stringify(file)}`);
    between = ',\n';
  }
  write(`${between === '\n' ? '' : '\n  '}],\n  "run": ${JSON.stringify(run)}\n}\n`);
}
