/** What went wrong with one input, as data: where it arises it is worded, `cli.ts` alone prints it. */
export interface Problem {
  /** Stable, for scripts: `csv.no-speaker`. */
  readonly code: string;
  readonly file: string;
  /** `row 14`, `line 2, column 7`, `cue 7`. */
  readonly at?: string;
  /** What is wrong. Never quotes a transcript. */
  readonly what: string;
  /** What the user can do, a sentence. */
  readonly fix: string;
  /** The visit, where one is known. */
  readonly visit?: string;
}

/** Thrown only where the rest of a file cannot be read. */
export class InputError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'InputError';
  }
}

/** Wrong use of the command line: exit code 2. */
export class UsageError extends Error {
  constructor(
    readonly what: string,
    readonly fix: string,
  ) {
    super(what);
    this.name = 'UsageError';
  }
}

/** The output cannot be written: exit code 74. */
export class OutputError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'OutputError';
  }
}

/** Whoever read our standard output has gone (`| head`): no error, but nothing more to do. */
export class OutputClosed extends Error {
  override name = 'OutputClosed';
}

/** Tells a Problem from a Visit in a reader's stream. */
export function isProblem(value: object): value is Problem {
  return 'code' in value && 'fix' in value;
}
