/** Whose recording a file's name can say it is, the clinician's first: where two begin at once, that order decides. */
const SPEAKERS = [
  'doctor dr gp physician clinician provider practitioner nurse np therapist counsellor counselor interviewer trainee student resident',
  'patient pt client interviewee participant mother father parent carer caregiver',
].flatMap((line) => line.split(' '));

const CHANNEL = new RegExp(`^(.*[^/\\\\])[-_. ](${SPEAKERS.join('|')})\\.textgrid$`, 'is');

/**
 * What a file that is one speaker's recording of a visit belongs to (`key`, its path without speaker and ending) and whose it
 * is: `a/day1_doctor.TextGrid` and `a/day1_patient.TextGrid` are the two channels of `a/day1`. Undefined for any other file.
 */
export function channelOf(path: string): { key: string; speaker: string } | undefined {
  const found = CHANNEL.exec(path);
  return found ? { key: found[1], speaker: found[2] } : undefined;
}

/** Orders channels, clinicians before patients. */
export function channelRank(speaker: string): number {
  const rank = SPEAKERS.indexOf(speaker.toLowerCase());
  return rank < 0 ? SPEAKERS.length : rank;
}
