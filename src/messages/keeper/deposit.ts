import { formatCoin, type WireCoin } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { coinAmount } from '../fields/numbers.ts'
import type { Ledger } from '../ledger.ts'
import { listCoins } from './coins.ts'

/**
 * Warns of a first deposit that governance does not take: a denom that is none of the minimum deposit's, or too little of all of them.
 *
 *     each denom:         amount >= round( minimum × minInitialDepositRatio )
 *     at least one denom: amount >= floor( minimum × minDepositRatio )
 *
 * @see cosmos-sdk x/gov/keeper/deposit.go validateInitialDeposit, validateDepositDenom, AddDeposit
 */
export function checkDeposit(deposit: readonly WireCoin[], expedited: boolean, ledger: Ledger): void {
  const rules = ledger.setting('govDeposit')
  if (rules === null) {
    ledger.warn('STATE_UNKNOWN', { what: 'deposit that governance asks for in', id: listCoins(deposit) })
    return
  }
  const { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio } = rules.value
  const refuse = (reason: string) =>
    ledger.warn('WOULD_FAIL', { field: 'initialDeposit', rule: 'deposit', reason })
  const strange = deposit.find(({ denom }) => !minDeposit.some(coin => coin.denom === denom))
  if (strange) refuse(`governance takes ${minDeposit.map(({ denom }) => denom).join(' or ')} only`)
  const minimum = expedited ? expeditedMinDeposit : minDeposit
  const given = (denom: string) => coinAmount(deposit.find(coin => coin.denom === denom)?.amount ?? '') ?? 0n
  const { num, den } = minInitialDepositRatio
  for (const { denom, amount } of num === 0n ? [] : minimum) {
    const least = (2n * amount * num + den) / (2n * den)
    if (given(denom) < least) refuse(`it must be at least ${formatCoin({ denom, amount: least })}`)
  }
  if (minDepositRatio.num === 0n) return
  const least = minimum.map(({ denom, amount }) => ({ denom, amount: mulFloor(amount, minDepositRatio) }))
  if (
    !least.some(({ denom, amount }) => given(denom) >= amount && deposit.some(coin => coin.denom === denom))
  )
    refuse(`it must be at least ${least.map(formatCoin).join(' or ')}`)
}
