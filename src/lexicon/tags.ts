/** Tags of compromise that a pattern may name; see its documentation for what each covers. */
const TAGS = new Set(
  (
    'Noun Singular Plural ProperNoun Person FirstName LastName Honorific Place Organization Pronoun Possessive Actor ' +
    'Verb PresentTense Infinitive Imperative Gerund PastTense Copula Modal Auxiliary Participle Passive ' +
    'Adjective Comparable Comparative Superlative Adverb Preposition Determiner Conjunction ' +
    'Value Ordinal Cardinal Fraction Percent Money Date Month WeekDay Time Duration Negative QuestionWord'
  ).split(' '),
);

/** Whether `#name` is a tag that compromise's tagger gives. */
export function isTag(name: string): boolean {
  return TAGS.has(name);
}
