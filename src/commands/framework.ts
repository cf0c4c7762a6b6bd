import type { Command } from 'commander';
import type { Lexicon } from '../lexicon/types.ts';
import { UsageError } from '../problem.ts';
import type { FrameworkView, Seen } from '../score/frameworks/view.ts';

/** Options of every command that shows visits by an instrument. */
export interface FrameworkOptions {
  readonly framework?: string;
  readonly mi?: boolean;
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
}

/** By which instrument, and whether its bounds hold. */
export function frameworkOptions(command: Command): Command {
  return command
    .option(
      '--framework <name>',
      'view the moments by an instrument: calgary-cambridge, four-habits, miti, nurse, option5, or one of your own',
    )
    .option('--mi', 'these are sessions of motivational interviewing: give the bounds of --framework miti');
}

/** Loads what the options name, and gives the view of a visit by it. Throws UsageError. */
export async function findFramework({
  framework: name,
  mi = false,
  lexicon: dirs,
  scoring,
}: FrameworkOptions): Promise<(seen: Seen, lexicon: Lexicon) => FrameworkView> {
  if (name === undefined) throw new UsageError('--mi is about the bounds of an instrument', 'Add --framework miti');
  const { loadFramework } = await import('../lexicon/framework.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { frameworkView } = await import('../score/frameworks/view.ts');
  const framework = await loadFramework(name, await loadLexicon({ dirs, scoring }), dirs);
  if (mi && framework.bounds === '')
    throw new UsageError(`--mi: ${name} has no bounds`, 'Leave --mi out, or take --framework miti');
  return (seen, lexicon) => frameworkView(framework, seen, lexicon, { mi });
}
