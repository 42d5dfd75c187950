/** What the formulas of M012 to M015 refuse. See errorTable.ts. */

export const POOL_ISOLATION = {
  code: 'POOL_ISOLATION',
  problem: ({ pool, by, authority }: { pool: string; by: string; authority: string }) =>
    `${by} cannot withdraw from the ${pool} pool; only ${authority} can.`,
  fix: 'Pool Isolation (SPEC M013, invariant 5): each pool is spent by its own authority.',
} as const

export const POOL_TOO_SMALL = {
  code: 'POOL_TOO_SMALL',
  problem: ({
    pool,
    denom,
    amount,
    available,
  }: {
    pool: string
    denom: string
    amount: bigint
    available: bigint
  }) => `The ${pool} pool holds ${available} ${denom}; ${amount} cannot be withdrawn.`,
  fix: 'Withdraw an amount between 0 and what the pool holds.',
} as const

export const BURN_EXCEEDS_SUPPLY = {
  code: 'BURN_EXCEEDS_SUPPLY',
  problem: ({ burned, available }: { burned: bigint; available: bigint }) =>
    `${burned} uregen cannot be burned: only ${available} exist.`,
  fix: 'A burn is never clamped (SPEC M012, invariant 2): check what was counted.',
} as const

export const BACKING_EXCEEDS_SUPPLY = {
  code: 'BACKING_EXCEEDS_SUPPLY',
  problem: ({ what, backing, whole }: { what: string; backing: bigint; whole: bigint }) =>
    `The ${what} of ${backing} is not within ${whole}.`,
  fix: 'Read both at one height, on one basis of supply.',
} as const

export const STATE_INCOMPLETE = {
  code: 'STATE_INCOMPLETE',
  problem: ({ field, got, wanted }: { field: string; got: string; wanted: string }) =>
    `The state's ${field} is ${got}; wanted ${wanted}.`,
  fix: 'Supply it, or choose a policy that does not need it.',
} as const

export const CAP_NEEDS_SUPERMAJORITY = {
  code: 'CAP_NEEDS_SUPERMAJORITY',
  problem: ({ yes, no }: { yes: bigint; no: bigint }) =>
    `hard_cap cannot change: ${yes} for and ${no} against is less than 67 %.`,
  fix: 'Monotonic Cap (SPEC M012, invariant 3): only Layer 4 changes the cap.',
} as const

export const ACTIVITY_UNPROVEN = {
  code: 'ACTIVITY_UNPROVEN',
  problem: ({ kind, place }: { kind: string; place: string }) =>
    `A ${kind} names no transaction and message: "${place}".`,
  fix: 'Activity Integrity: give 64 hexadecimal digits, and indexes from 0.',
} as const

export const ACTIVITY_COUNTED_TWICE = {
  code: 'ACTIVITY_COUNTED_TWICE',
  problem: ({ kind, place }: { kind: string; place: string }) => `A ${kind} is listed twice: "${place}".`,
  fix: 'No Double-Counting: list each part of a message once.',
} as const

export const REWARD_CONFIG_INVALID = {
  code: 'REWARD_CONFIG_INVALID',
  problem: ({ issues }: { issues: string }) => `These reward parameters are not allowed:\n${issues}\n`,
  fix: 'Correct the parameters above.',
} as const

export const COMMITMENT_REFUSED = {
  code: 'COMMITMENT_REFUSED',
  problem: (facts: { amount: bigint; lockMonths: number; least: bigint; from: number; to: number }) =>
    `${facts.amount} uregen for ${facts.lockMonths} months is not ${facts.least} or more for ${facts.from} to ${facts.to}.`,
  fix: 'Commit within these bounds, for whole months.',
} as const

export const COMMITMENT_STATE = {
  code: 'COMMITMENT_STATE',
  problem: (facts: { id: string; from: string; to: string; periods: number; lockPeriods: number }) =>
    `Commitment ${facts.id}, ${facts.from} for ${facts.periods} of ${facts.lockPeriods} periods, cannot become ${facts.to}.`,
  fix: 'It is COMMITTED on admission, MATURED when the lock is over, EARLY_EXIT before.',
} as const

export const NOTHING_TO_CLAIM = {
  code: 'NOTHING_TO_CLAIM',
  problem: ({ address }: { address: string }) => `${address} has no rewards to claim.`,
  fix: 'Claim after a distribution that rewards the address.',
} as const

export const CATEGORY_UNKNOWN = {
  code: 'CATEGORY_UNKNOWN',
  problem: ({ input, expected }: { input: string; expected: string }) =>
    `"${input}" is no category of validators; there are ${expected}.`,
  fix: 'Name one of them.',
} as const

export const VALIDATOR_TWICE = {
  code: 'VALIDATOR_TWICE',
  problem: ({ address }: { address: string }) => `${address} is listed twice.`,
  fix: 'List each validator once.',
} as const

export const TRANSITION_REFUSED = {
  code: 'TRANSITION_REFUSED',
  problem: ({ address, from, to, failed }: { address: string; from: string; to: string; failed: string }) =>
    `${address} cannot go from ${from} to ${to}: ${failed}.`,
  fix: 'See SPEC M014, Validator Lifecycle, for its guards.',
} as const

export const POWER_STEP_TOO_SMALL = {
  code: 'POWER_STEP_TOO_SMALL',
  problem: ({ total, wanted }: { total: bigint; wanted: bigint }) =>
    `From a total power of ${total}, ${wanted} cannot be reached within the change that one block allows.`,
  fix: 'Give validators larger powers; only their proportions count.',
} as const
