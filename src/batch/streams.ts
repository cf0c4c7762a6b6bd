import { InputError, isProblem, type Problem } from '../problem.ts';
import { readBytes } from './bytes.ts';
import type { Input } from './inputs.ts';

/**
 * Reads pipes and devices among the inputs to their ends, before anything else is begun: a pipe can be read but
 * once, and while we wait for its writer, Ctrl-C has to end the program. Standard input is read as it comes, by others. Those that cannot be read become Problems.
 */
export function readStreams(inputs: readonly (Input | Problem)[]): (Input | Problem)[] {
  return inputs.map((input) => {
    if (isProblem(input) || input.channels || !input.isStream) return input;
    try {
      const content = readBytes(input.path, input.name);
      return { ...input, content, bytes: content.length };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problem;
    }
  });
}
