import type { Inputs } from '../batch/input-list.ts';
import type { Fingerprint } from '../batch/journal/fingerprint.ts';
import { version } from '../version.ts';
import type { Form } from './form.ts';
import type { PrivacyOptions, ReadingOptions } from './options.ts';
import type { ShardOptions } from './shard.ts';
import type { ViewName } from './views/view.ts';

type Resolved = ReadingOptions & PrivacyOptions & ShardOptions;

/** The options on which it depends what a run writes, rules and scoring apart, as they were understood. */
export function optionsOf(
  { from, map, kind, clinician, patient, idPrefix, keep = [], quotes, redact, shard }: Resolved,
  { name, ...view }: ViewName,
  { writer, options: { guard } }: Form,
): Readonly<Record<string, unknown>> {
  return {
    command: name,
    ...view,
    from,
    map,
    kind,
    clinician,
    patient,
    'id-prefix': idPrefix,
    keep,
    quotes,
    redact,
    shard: shard && `${shard.index}/${shard.of}`,
    to: writer.id,
    raw: !guard,
  };
}

/** All that what a run writes depends on. */
export async function fingerprintOf(
  inputs: Inputs,
  options: Readonly<Record<string, unknown>>,
  lexicon: string,
): Promise<Fingerprint> {
  const { sumInputs } = await import('../batch/journal/inputs-sum.ts');
  return { version, lexicon, options: JSON.parse(JSON.stringify(options)), inputs: sumInputs(inputs) };
}
