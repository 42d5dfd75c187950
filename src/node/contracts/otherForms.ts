/**
 * Drafts of the mechanisms in a form that is not read, by a query that only they know. The working group has two of M014 and two of M015; those that pay
 * validators and that tell of distributions by period are read.
 */
const OTHER_FORMS: readonly { readonly query: string; readonly form: string }[] = [
  { query: 'validator_set', form: 'the draft of M014 in pull request 73' },
  { query: 'epoch_scores', form: 'the draft of M015 in pull request 72' },
]

/** Which other form a contract is, by the list of queries it knows; null for one that is none of them. */
export const otherForm = (knows: string): string | null =>
  OTHER_FORMS.find(({ query }) => new RegExp(`\\b${query}\\b`).test(knows))?.form ?? null
