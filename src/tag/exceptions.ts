import type { Segmented } from '../segment/types.ts';
import type { Hit, Scanner } from './scan.ts';

/** Exceptions reach so many words beside them where a sentence ends without a mark, and so may be several. */
const REACH = 8;

/**
 * Tells of the matches in the sentence that was scanned last whether an exception of their rule refuses them: it matches in
 * the same sentence, and near where that has no mark. Looked for once a rule, and only for rules that match.
 */
export function exceptedBy(scanner: Scanner, text: Segmented): (hit: Hit) => boolean {
  const found = new Map<number, readonly Hit[]>();
  return (hit) => {
    let exceptions = found.get(hit.rule);
    if (!exceptions) {
      exceptions = scanner.refusing(hit.rule);
      found.set(hit.rule, exceptions);
    }
    if (exceptions.length === 0) return false;
    const bare = text.sentences[hit.sentence].mark === '';
    return exceptions.some((e) => !bare || (e.from < hit.to + REACH && hit.from < e.to + REACH));
  };
}
