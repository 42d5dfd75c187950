/** What a round of funding, a grant or a certificate refuses. See errorTable.ts. */

export const ROUND_INVALID = {
  code: 'ROUND_INVALID',
  problem: ({ reason }: { reason: string }) => `The round cannot be computed: ${reason}.`,
  fix: 'Correct the round; "regen-fees fund --help" names its fields.',
} as const

export const BUDGET_INVALID = {
  code: 'BUDGET_INVALID',
  problem: ({ budget, most }: { budget: bigint; most?: bigint }) =>
    most === undefined
      ? `A budget of ${budget} cannot be shared out.`
      : `The budget of ${budget} is more than the ${most} that the subsidies come to: α would be above 1.`,
  fix: 'Name a budget above 0; or set alphaAboveOne to "cap", and what is not needed stays in the pool.',
} as const

export const NOTHING_TO_MATCH = {
  code: 'NOTHING_TO_MATCH',
  problem: (_: Record<never, never>) => 'No project has more than one giver, so α has no value.',
  fix: 'Use the variant "qf", which then matches nothing, or wait for contributions.',
} as const

export const PAIRS_TOO_MANY = {
  code: 'PAIRS_TOO_MANY',
  problem: ({ pairs, most }: { pairs: number; most: number }) =>
    `The round has ${pairs} pairs of givers; pairwise matching is computed for at most ${most}.`,
  fix: 'Use another variant, or a larger minimumContribution.',
} as const

export const GROUPS_MISSING = {
  code: 'GROUPS_MISSING',
  problem: ({ identity }: { identity: string }) => `"${identity}" gave and belongs to no group.`,
  fix: 'Name the groups of every giver under "groups": the cluster match is about nothing else.',
} as const

export const CERTIFICATE_REFUSED = {
  code: 'CERTIFICATE_REFUSED',
  problem: ({ act, id, reason }: { act: string; id: string; reason: string }) =>
    `Certificate ${id} refuses to ${act}: ${reason}.`,
  fix: 'Units are conserved: name whole fractions of one claim and one owner, each once.',
} as const

export const MILESTONE_REFUSED = {
  code: 'MILESTONE_REFUSED',
  problem: ({
    grant,
    milestone,
    from,
    to,
    reason,
  }: Record<'grant' | 'milestone' | 'from' | 'to' | 'reason', string>) =>
    `Milestone ${milestone} of grant ${grant} cannot go from ${from} to ${to}: ${reason}.`,
  fix: 'proposed → funded → submitted → accepted, rejected or expired; a rejected one may be disputed until the deadline.',
} as const

export const STREAM_REFUSED = {
  code: 'STREAM_REFUSED',
  problem: ({ recipient, reason }: { recipient: string; reason: string }) =>
    `The chain would refuse a continuous fund for ${recipient}: ${reason}.`,
  fix: 'All percentages together are at most 1, each is above 0, and a recipient has one fund.',
} as const

export const REQUEST_TOO_LARGE = {
  code: 'REQUEST_TOO_LARGE',
  problem: ({ requested, available, most }: { requested: bigint; available: bigint; most: string }) =>
    `${requested} of ${available} is not below the largest share of ${most}: no conviction is enough.`,
  fix: 'Ask for less.',
} as const

export const BALLOT_REFUSED = {
  code: 'BALLOT_REFUSED',
  problem: ({ voter, rule, reason }: { voter: string; rule: string; reason: string }) =>
    `The ballot of ${voter} is refused (${rule}): ${reason}.`,
  fix: 'A ballot is signed by its voter, for this round, before its end, once.',
} as const

export const SETTLEMENT_DIFFERS = {
  code: 'SETTLEMENT_DIFFERS',
  problem: ({ differences }: { differences: string }) =>
    `What was paid is not what the report says:\n${differences}\n`,
  fix: 'Name every transaction and block of the settlement; pay what is missing with another proposal.',
} as const
