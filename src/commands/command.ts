import type { Problem } from '../problem.ts';

/** What cli.ts lends a command: it alone prints on stderr. */
export interface Terminal {
  /** Tells of one input that could not be read; the command goes on and ends with 1. */
  problem(problem: Problem): void;
  /** Tells where in the program a fault of ours arose: `at` lines. */
  trace(places: string): void;
  /** Tells something that is no error; silent under --quiet. */
  note(text: string): void;
}

/**
 * cli.ts's wrapper of an action: it runs it, makes its number the exit code, and prints what it throws
 * (UsageError: 2, InputError: 1, OutputError: 74, OutputClosed: 0, anything else: 70).
 * The action gets the terminal before what commander gives: arguments, then options.
 */
export type Run = <A extends unknown[]>(
  action: (terminal: Terminal, ...args: A) => Promise<number>,
) => (...args: A) => Promise<void>;
