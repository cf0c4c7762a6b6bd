import { Chalk } from 'chalk';
import { FAMILIES, OTHERS } from './families.ts';
import type { Run } from './runs.ts';

/** Turns a run into text for the terminal. */
export type Paint = (run: Run) => string;

/** `level` as chalk counts: 0 none, 1 sixteen colours, 2 two hundred and fifty-six and more. */
export function painter(level: 0 | 1 | 2): Paint {
  const chalk = new Chalk({ level });
  const colours = new Map(
    [...FAMILIES, OTHERS].map(({ id, colour, basic }) => [id, level > 1 ? chalk.ansi256(colour) : chalk[basic]]),
  );
  return ({ text, look }) => {
    switch (look.kind) {
      case 'moment':
        return colours.get(look.family)?.(text) ?? text;
      case 'label':
        return colours.get(look.family)?.italic(text) ?? text;
      case 'dim':
        return chalk.dim(text);
      case 'strong':
        return chalk.bold(text);
      case 'alert':
        return (level > 1 ? chalk.bold.ansi256(196) : chalk.bold.red)(text);
      default:
        return text;
    }
  };
}
