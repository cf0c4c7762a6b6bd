import type { Command } from 'commander';
import type { Run } from './command.ts';
import { examples, listingOptions } from './options.ts';
import type { ListingOptions } from './rows.ts';

/** `bedside formats`: what is read and written. */
export function formats(program: Command, run: Run): void {
  const command = program.command('formats').description('what is read and written');
  examples(listingOptions(command), 'bedside formats', 'bedside formats --json').action(
    run(async (_, options: ListingOptions) => {
      const { readers } = await import('../read/index.ts');
      const { writers } = await import('../write/index.ts');
      const { writeRows } = await import('./rows.ts');
      const rows = [
        ...readers.map(({ id, name, endings, about }) => [
          'read',
          id,
          name,
          endings.map((e) => `.${e}`).join(' '),
          about,
        ]),
        ...writers.map(({ id, name, endings }) => ['write', id, name, endings.map((e) => `.${e}`).join(' '), null]),
      ];
      await writeRows(['direction', 'format', 'name', 'endings', 'about'], rows, options);
      return 0;
    }),
  );
}
