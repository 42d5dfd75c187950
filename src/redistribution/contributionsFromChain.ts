import type { CreditSale } from '../mechanisms/regen-value-redistribution/impact/impactMarket.ts'
import type { Contribution } from '../mechanisms/regen-value-redistribution/quadratic/contributions.ts'
import type { Coin } from '../primitives/coin.ts'

/** Coins sent to the address of a round, with the memo of their transaction. */
export type Gift = {
  readonly from: string | null
  readonly to: string | null
  readonly coins: readonly Coin[]
  readonly memo: string
}

/** What was sent and does not count, and why; it is listed, never lost. */
export type UncountedGift = { readonly gift: Gift; readonly reason: 'other-denom' | 'no-project' | 'minted' }

/**
 * Contributions from bank sends to a round’s address: the memo names the project, alone or after a colon, as in `round-7:soil`.
 *
 * @param projects the projects of the round
 *
 * @example
 * const gift = { from: buyer, to: seller, coins: [{ denom: 'uregen', amount: 5_000_000n }], memo: 'round-7:soil' }
 * const found = contributionsFromGifts([gift], { address: seller, denom: 'uregen', projects: ['soil'] })
 * found.contributions.map(({ project, amount }) => [project, amount]) // [ [ 'soil', 5000000n ] ]
 */
export function contributionsFromGifts(
  gifts: readonly Gift[],
  {
    address,
    denom,
    projects,
  }: { readonly address: string; readonly denom: string; readonly projects: readonly string[] },
): { readonly contributions: readonly Contribution[]; readonly uncounted: readonly UncountedGift[] } {
  const contributions: Contribution[] = []
  const uncounted: UncountedGift[] = []
  for (const gift of gifts.filter(({ to }) => to === address)) {
    const project = [gift.memo.trim(), gift.memo.slice(gift.memo.lastIndexOf(':') + 1).trim()].find(name =>
      projects.includes(name),
    )
    const amount = gift.coins.reduce((sum, coin) => (coin.denom === denom ? sum + coin.amount : sum), 0n)
    if (gift.from === null) uncounted.push({ gift, reason: 'minted' })
    else if (project === undefined) uncounted.push({ gift, reason: 'no-project' })
    else if (amount === 0n) uncounted.push({ gift, reason: 'other-denom' })
    else contributions.push({ contributor: gift.from, project, amount })
  }
  return { contributions, uncounted }
}

/** A purchase of credits as far as it matters here; those that readActivityBetween gives are such. */
export type PurchaseFact = {
  readonly buyer: string
  readonly batchDenom: string
  readonly quantity: bigint
  readonly denom: string
  readonly payment: { readonly atLeast: bigint }
}

/**
 * The project of a batch: C01-001-20200101-20201231-001 is of C01-001.
 *
 * @example
 * projectOfBatch(batchDenom) // 'C01-001'
 */
export const projectOfBatch = (batchDenom: string): string => batchDenom.split('-').slice(0, 2).join('-')

/**
 * Purchases of a project’s credits as contributions to it: what the buyer paid for them in a denom, to less than two units.
 *
 * @example
 * contributionsFromPurchases(purchases, 'uregen').map(({ project, amount }) => [project, amount]) // [ [ 'C01-001', 90000000n ] ]
 */
export const contributionsFromPurchases = (
  purchases: readonly PurchaseFact[],
  denom: string,
): readonly Contribution[] =>
  purchases
    .filter(purchase => purchase.denom === denom)
    .map(({ buyer, batchDenom, payment }) => ({
      contributor: buyer,
      project: projectOfBatch(batchDenom),
      amount: payment.atLeast,
    }))

/**
 * Purchases as sales of a project’s credits, for impactMarket.
 *
 * @example
 * salesFromPurchases(purchases) // [ { project: 'C01-001', units: 2000000n, denom: 'uregen', amount: 90000000n } ]
 */
export const salesFromPurchases = (purchases: readonly PurchaseFact[]): readonly CreditSale[] =>
  purchases.map(({ batchDenom, quantity, denom, payment }) => ({
    project: projectOfBatch(batchDenom),
    units: quantity,
    denom,
    amount: payment.atLeast,
  }))
