/**
 * What an hour's regular expressions find: no context but the speaker, a pattern list a code. They are here to be measured
 * beside the rules, so that a figure can be seen for what it is worth, and take no part in the program.
 */

/** A turn as a baseline sees it. */
export interface PlainTurn {
  readonly visit: string;
  readonly turn: string;
  readonly role: 'clinician' | 'patient' | 'note' | 'other';
  readonly text: string;
}

export interface NaiveMoment {
  readonly visit: string;
  readonly turn: string;
  readonly code: string;
  readonly quote: string;
}

const DIRECTIVE =
  /^\W*(?:\w+[ ,.]+){0,2}(?:tell me|describe|walk me through|(?:could|can) you (?:tell me|describe|explain))\b/i;
const ASKS = /\b(?:what|how|why)(?:'s)?\b/i;
const SHORT_FACT =
  /\bhow (?:many|much|often|long|old|far|bad|are you)\b|\bwhat (?:time|dose|day|year|kind|colou?r|medic\w+|sort|type)\b|\bhow about\b/i;

const SPOKEN: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    'listening.reflection',
    /^(?:(?:okay|ok|right|mm-?hmm|yeah|and|um)[ ,.]+)*(?:so\b[^?]*\byou|(?:and )?you(?:'re| are| feel| felt| want| don't| have| know| like| think)\b)(?!.*\?)|\b(?:sounds like|what i'm hearing|you mentioned|you said|you're saying|you feel)\b(?!.*\?)/i,
  ],
  [
    'empathy.name',
    /\b(?:sounds?|must be|must have been|seems?|that's|i know)\b.*\b(?:hard|difficult|tough|frustrating|frustrated|scary|stressful|upset|upsetting|awful|painful|worrying|worried|concerned|overwhelming|nervous|anxious)\b|\byou(?:'re| are| seem| sound| look| feel| were)\b.*\b(?:worried|upset|anxious|sad|angry|frustrated|nervous|scared|concerned|stressed)\b/i,
  ],
  [
    'empathy.understand',
    /\bi (?:can )?(?:completely |totally )?understand\b|\bunderstandable\b|\bi can imagine\b|\b(?:completely|perfectly) normal\b/i,
  ],
  [
    'empathy.respect',
    /\b(?:good for you|well done|(?:good|great|nice|excellent) job|proud of you|thank(?:s| you) for (?:telling|sharing|being)|i appreciate|that's (?:great|good|wonderful|fantastic|excellent)|doing (?:great|well))\b/i,
  ],
  [
    'empathy.support',
    /\b(?:here for you|here to help|not alone|we'll take care of you|don't worry|support you|call me)\b/i,
  ],
  [
    'empathy.explore',
    /\b(?:what worries you|how (?:do|did) you feel|how does that make you feel|coping|affect(?:ed|ing) you|worried about\b.*\?)/i,
  ],
  ['empathy.sympathy', /\bsorry (?:to hear|about|you|that)\b|\bso sorry\b/i],
  [
    'sdm.choice',
    /\b(?:up to you|your (?:choice|decision)|decide together|couple of (?:ways|options)|if you (?:want|like))\b/i,
  ],
  ['sdm.options', /\b(?:options?|alternatives?|either|we could|another (?:way|possibility))\b/i],
  ['sdm.tradeoffs', /\b(?:side effects?|risks?|benefits?|downside|advantage)\b/i],
  [
    'sdm.preferences',
    /\b(?:would you (?:like|prefer|rather)|do you want|what do you think|how do you feel about|what matters)\b/i,
  ],
  ['sdm.check', /\b(?:does that make sense|any (?:other )?questions|do you understand|make sense\?)/i],
  [
    'sdm.agree',
    /\b(?:sound(?:s)? (?:good|okay|ok|like a plan|reasonable)|is that (?:okay|ok|alright|all right)|okay with you|does that sound)\b/i,
  ],
];

const PATIENT: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    'patient.cue',
    /\b(?:worried|worry|scared|afraid|anxious|nervous|stress(?:ed|ful)?|depressed|sad|upset|frustrat(?:ed|ing)|concerned|hard|difficult|can't cope)\b/i,
  ],
  [
    'patient.preference',
    /\b(?:i (?:really )?(?:want|prefer|hope|wish)|i (?:don't|do not) (?:really )?want|i'd (?:like|rather|prefer|love)|i would (?:like|rather|prefer|love)|i was hoping|i'm not (?:sure|interested|ready)|i need)\b/i,
  ],
];

const NOTES: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['sdm.options', /\boptions?\b|\balternatives?\b/i],
  ['sdm.tradeoffs', /\brisks?\b|\bbenefits?\b|\bside effects?\b/i],
  ['sdm.preferences', /\bprefers?\b|\bwishes\b|\bwould like\b|\bdeclin(?:es|ed)\b/i],
  ['sdm.check', /\bunderst(?:ands|anding|ood)\b|\bquestions (?:were )?answered\b/i],
  ['sdm.agree', /\bagree(?:s|d|ment|able)?\b/i],
  ['sdm.choice', /\bshared decision\b/i],
  ['patient.cue', /\b(?:worried|tearful|anxious|upset|concerned|frustrated)\b/i],
  ['empathy.support', /\breassur(?:ed|ance)\b/i],
];

/** Everything that the patterns find in a turn, a moment a sentence. */
export function naive({ visit, turn, role, text }: PlainTurn): NaiveMoment[] {
  const found: NaiveMoment[] = [];
  for (const quote of text.match(/[^.?!]+[.?!]*/g) ?? []) {
    const add = (code: string) => found.push({ visit, turn, code, quote: quote.trim() });
    if (role === 'clinician') {
      const question = questionOf(quote);
      if (question) add(question);
    }
    const lists = { clinician: SPOKEN, patient: PATIENT, note: NOTES, other: [] };
    for (const [code, pattern] of lists[role]) if (pattern.test(quote)) add(code);
  }
  return found;
}

/** A question mark; open with a word that asks for more than a fact, or where it bids to tell. */
function questionOf(sentence: string): string | undefined {
  if (DIRECTIVE.test(sentence)) return 'question.open';
  if (!sentence.includes('?')) return undefined;
  return ASKS.test(sentence) && !SHORT_FACT.test(sentence) ? 'question.open' : 'question.closed';
}
