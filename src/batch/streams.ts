import { InputError, isProblem } from '../problem.ts';
import { readBytes } from './bytes.ts';
import type { Inputs } from './input-list.ts';

/**
 * Reads pipes and devices among the inputs to their ends, before anything else is begun: a pipe can be read but
 * once, and while we wait for its writer, Ctrl-C has to end the program. Standard input is read as it comes, by others. Those that cannot be read become Problems.
 */
export function readStreams(inputs: Inputs): Inputs {
  let isNeeded = false;
  for (const input of inputs) if (!isProblem(input) && input.isStream) isNeeded = true;
  if (!isNeeded) return inputs;
  return Array.from(inputs, (input) => {
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
