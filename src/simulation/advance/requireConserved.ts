import { bankTotal } from '../../epoch/books/epochBalances.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { amountOf } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { CONSERVATION_BROKEN, LEDGER_OVERDRAWN } from '../../primitives/errorTable.ts'

/** What moved over the border of the economy’s accounts in a period, and what came into being or ceased to be; in uregen. */
export type Flows = {
  readonly fees: bigint
  readonly minted: bigint
  readonly mintedInside: bigint
  readonly destroyed: bigint
  /** To holders: pay, released bonuses, principal and rewards; from holders: principal. */
  readonly left: bigint
  readonly entered: bigint
}

const HELD = /* @__PURE__ */ new WeakMap<EpochState, bigint>()

/**
 * That no uregen appeared or disappeared in a period.
 *
 *     all accounts after = before + fees + principal locked + minted inside − destroyed − what left
 *     bank after         = before + minted − destroyed
 *
 * The left sides are read from the ledgers, the right sides from what the mechanisms did.
 */
export function requireConserved(before: EpochState, after: EpochState, flows: Flows): void {
  const { fees, minted, mintedInside, destroyed, left, entered } = flows
  const held = heldIn(after)
  requireEqual('all accounts', held, heldIn(before) + fees + entered + mintedInside - destroyed - left)
  requireEqual('the bank', bankTotal(after), bankTotal(before) + minted - destroyed)
  const others = bankTotal(after) - held
  if (others < 0n)
    throw new RegenError(LEDGER_OVERDRAWN, { account: 'everybody else', denom: 'uregen', amount: -others })
}

function requireEqual(label: string, left: bigint, right: bigint): void {
  if (left !== right) throw new RegenError(CONSERVATION_BROKEN, { label: `${label} (uregen)`, left, right })
}

/** Everything in the accounts of the economy, read from its ledgers. */
function heldIn(state: EpochState): bigint {
  const known = HELD.get(state)
  if (known !== undefined) return known
  const { pools, escrow, stability, rewards, supply } = state
  let held = supply.burnReserve + supply.mintReserve + stability.forfeited
  for (const pool of [pools.burn, pools.validator, pools.community, pools.agent])
    held += amountOf(pool.coins, 'uregen')
  held += amountOf(rewards.carried, 'uregen') + amountOf(rewards.governanceReserve, 'uregen')
  for (const { amount } of escrow['uregen'] ?? []) held += amount
  for (const { accrued, claimed } of rewards.claims['uregen'] ?? []) held += accrued - claimed
  for (const { state, amount, funded } of stability.commitments)
    if (state === 'COMMITTED') held += amount + funded
  HELD.set(state, held)
  return held
}
