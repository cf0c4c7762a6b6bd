import { type FrameworkOptions, findFramework } from '../framework.ts';
import type { View } from './view.ts';

/** What an instrument's view of every visit is written as: one row an item. Throws UsageError. */
export async function frameworkTable(options: FrameworkOptions): Promise<View> {
  const { frameworkColumns, frameworkObject, frameworkRows } = await import('../../score/frameworks/rows.ts');
  const { cellsOf } = await import('../../score/rows.ts');
  const view = await findFramework(options);
  return {
    columns: frameworkColumns,
    rows: (walked, lexicon) =>
      frameworkRows(walked.visit, view(walked, lexicon), lexicon.hash).map((row) => cellsOf(frameworkColumns, row)),
    object: (walked, lexicon) => {
      const seen = view(walked, lexicon);
      return { value: frameworkObject(walked.visit, seen, lexicon.hash), shown: seen.items.length };
    },
  };
}
