/** What a period of the economy refuses. See errorTable.ts. */

export const POLICY_CHANGE_REFUSED = {
  code: 'POLICY_CHANGE_REFUSED',
  problem: ({ changes, failed }: { changes: string; failed: string }) =>
    `The period has another policy than the one before it (${changes}), and the decision is not enough: ${failed}.`,
  fix: 'State it as decisions.policyChange: the policy before, and how the change was decided, with its tally.',
} as const

export const RELEASE_REFUSED = {
  code: 'RELEASE_REFUSED',
  problem: ({ from, amount, failed }: { from: string; amount: bigint; failed: string }) =>
    `A release of ${amount} uregen from the ${from} is a decision of Layer 3, and this one is not enough: ${failed}.`,
  fix: 'State how it was decided, with its tally, as the `decided` of the release.',
} as const

export const ACTIVITY_ABOVE_VOLUME = {
  code: 'ACTIVITY_ABOVE_VOLUME',
  problem: ({ kind, value, charged }: { kind: string; value: bigint; charged: bigint }) =>
    `Activities of kind ${kind} are worth ${value} uregen, and volumes of ${charged} were charged for them.`,
  fix: 'Activity Integrity: an activity is a charged transaction, or a part of a charged volume.',
} as const

export const PHASES_IMPOSSIBLE = {
  code: 'PHASES_IMPOSSIBLE',
  problem: ({ combination, needs }: { combination: string; needs: string }) =>
    `No period can run with ${combination}: it needs ${needs}.`,
  fix: 'See SPEC, Cross-Mechanism Dependencies; start the mechanisms in their order.',
} as const

export const RATE_MISSING = {
  code: 'RATE_MISSING',
  problem: ({ denom }: { denom: string }) => `There is no rate from ${denom} to uregen, or it is 0.`,
  fix: 'Add it to `rates`: uregen for one smallest unit, as text such as "12.5".',
} as const

export const LEDGER_OVERDRAWN = {
  code: 'LEDGER_OVERDRAWN',
  problem: ({ account, denom, amount }: { account: string; denom: string; amount: bigint }) =>
    `The account "${account}" is short of ${amount} ${denom} for what the period takes from it.`,
  fix: 'Check the supply of the state, and the amounts of the inputs.',
} as const

export const CONSERVATION_BROKEN = {
  code: 'CONSERVATION_BROKEN',
  problem: ({ label, left, right }: { label: string; left: bigint; right: bigint }) =>
    `A period does not add up: ${label}: ${left} is not ${right}.`,
  fix: 'This is a defect of the SDK or of a state that it did not write; please report it with the inputs.',
} as const

export const VALIDATOR_UNKNOWN = {
  code: 'VALIDATOR_UNKNOWN',
  problem: ({ address }: { address: string }) => `There is no validator ${address}.`,
  fix: 'Name one of the set, or let it apply first.',
} as const

export const COMMITMENT_TWICE = {
  code: 'COMMITMENT_TWICE',
  problem: ({ id }: { id: string }) => `There is a commitment ${id} already.`,
  fix: 'Give each commitment an id of its own.',
} as const
