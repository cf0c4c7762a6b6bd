import type { Lexicon } from '../../lexicon/types.ts';
import type { Walked } from '../../pipeline.ts';
import type { Cell, ColumnSpec, Foot } from '../../write/writer.ts';
import type { FrameworkOptions } from '../framework.ts';
import type { PrivacyOptions } from '../options.ts';
import { privately } from '../privacy.ts';
import type { ScoreWishes } from './score.ts';

/** What a command shows of a visit. */
export interface View {
  readonly columns: readonly ColumnSpec[];
  readonly rows: (walked: Walked, lexicon: Lexicon) => readonly (readonly Cell[])[];
  /** The visit as one object, for JSON and NDJSON, and how many rows it stands for; without it they hold the rows. */
  readonly object?: (walked: Walked, lexicon: Lexicon) => { readonly value: object; readonly shown: number };
  /** Lines under a table. */
  readonly foot?: (rows: readonly (readonly Cell[])[], lexicon: Lexicon) => readonly Foot[];
}

/** A view by its command's name and what the user wants of it: plain data, from which a worker makes it anew. */
export type ViewName =
  | ({ readonly name: 'score' } & ScoreWishes)
  | { readonly name: 'tag' }
  | { readonly name: 'cues' }
  | ({ readonly name: 'framework' } & FrameworkOptions);

/** Finds a view, and lets it show no more than the options allow. */
export async function viewOf(name: ViewName, privacy: PrivacyOptions): Promise<View> {
  return privately(await wholeView(name), privacy);
}

async function wholeView(view: ViewName): Promise<View> {
  switch (view.name) {
    case 'score':
      return (await import('./score.ts')).scoreView(view);
    case 'framework':
      return (await import('./framework.ts')).frameworkTable(view);
    case 'tag':
      return (await import('./tag.ts')).tagView();
    case 'cues':
      return (await import('./cues.ts')).cuesView();
  }
}
