import type { Inputs } from '../batch/input-list.ts';
import { isProblem } from '../problem.ts';

/** Below so many bytes workers take longer to start than they save. */
const WORTH = 4 * 1024 * 1024;

/** How many workers a run has, and how many bytes are read before they start. */
export interface Crew {
  readonly workers: number;
  readonly alone: number;
}

/** As many workers as the user says, else one a core where there is enough to do; of a pipe nobody knows that beforehand. */
export async function crewOf(inputs: Inputs, bytes: number, wanted?: number): Promise<Crew> {
  if (wanted !== undefined) return { workers: wanted, alone: 0 };
  if (bytes < WORTH && !isPiped(inputs)) return { workers: 1, alone: 0 };
  const { availableParallelism } = await import('node:os');
  return { workers: availableParallelism(), alone: bytes < WORTH ? WORTH : 0 };
}

function isPiped(inputs: Inputs): boolean {
  for (const input of inputs) if (!isProblem(input) && input.path === '-') return true;
  return false;
}
