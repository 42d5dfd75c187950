import type { Message } from '../../messages/message.ts'
import { type Gas, quoteGas } from '../../preview/gas.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { TxTerms } from '../options/txTerms.ts'
import type { GasEstimate } from './estimateGas.ts'
import { TYPICAL_GAS } from './typicalGas.ts'

/** What gas costs, and what that rests on. */
export type GasCost = {
  /** Named by --gas, by the transaction itself, estimated by the node, or typical for such messages; unknown: none of them. */
  readonly basis: 'given' | 'transaction' | 'estimated' | 'typical' | 'unknown'
  readonly limit: bigint | null
  readonly payer: string | null
  readonly denom: string | null
  /** For one unit of gas; null when it is not known. */
  readonly price: Gas['price']
  readonly fee: bigint | null
  /** Why it is not a better figure; null where there is nothing to say. */
  readonly note: string | null
}

/** The sum of what such messages used when they were measured, each alone; null when one of them never was. */
function typicalGas(messages: readonly Message[]): bigint | null {
  const each = messages.map(({ typeUrl }) =>
    Object.hasOwn(TYPICAL_GAS, typeUrl) ? TYPICAL_GAS[typeUrl] : undefined,
  )
  return each.reduce<bigint | null>((sum, gas) => (sum === null || gas === undefined ? null : sum + gas), 0n)
}

/** The price of gas that a transaction offers itself; else the node's. */
export function pricesOffered(
  terms: TxTerms | null,
  gasPrices: LedgerSnapshot['gasPrices'],
): LedgerSnapshot['gasPrices'] {
  const { fee = null } = terms ?? {}
  if (fee === null || fee.gasLimit === 0n) return gasPrices
  if (fee.coins.length === 0) return [{ denom: 'uregen', amount: ratio(0n) }]
  return fee.coins.map(({ denom, amount }) => ({ denom, amount: ratio(amount, fee.gasLimit) }))
}

/** Gas that no preview has reckoned with: typical gas, which says nothing about this transaction in particular. */
export function typicalCost(
  messages: readonly Message[],
  payer: string | null,
  gasPrices: LedgerSnapshot['gasPrices'],
  estimate: GasEstimate | null,
): GasCost {
  const limit = typicalGas(messages)
  const reason =
    estimate !== null && 'failed' in estimate ? `the node could not estimate it: ${estimate.failed}` : null
  if (limit === null)
    return {
      basis: 'unknown',
      limit,
      payer,
      denom: null,
      price: null,
      fee: null,
      note: reason ?? 'no such transaction was measured',
    }
  return { ...quoteGas(limit, payer, gasPrices), basis: 'typical', note: reason }
}
