import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import type { AbciEvent } from '../node/events/abciEvent.ts'
import { decodeGasFee, type GasFee } from '../node/events/gasFee.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { compareInOrder, type Item } from './compare.ts'
import { accountText, coinFacts, type Expected, NOTHING_EXPECTED } from './expected.ts'
import type { Facts, GapReason, Line } from './result.ts'

/**
 * The gas fee: what the preview quoted against what was taken, and from whom.
 *
 * Beside its line, the payment of what was taken is what has to be seen outside of all messages, and nothing else.
 */
export function reconcileGas(
  { live: { gas } }: FeePreview,
  events: readonly AbciEvent[],
  hasFailed: boolean,
): { readonly lines: readonly Line[]; readonly expected: Expected } {
  const paid = decodeGasFee(events)
  const payment = (paid?.coins ?? []).map(coin =>
    item(coinFacts({ from: paid?.payer ?? null, to: MODULE_ACCOUNTS.fee_collector, ...coin })),
  )
  const without = (reason: GapReason) => ({
    lines: [],
    expected: {
      ...NOTHING_EXPECTED,
      coins: payment,
      gaps: [
        {
          index: null,
          path: [],
          typeUrl: null,
          reason,
          subjects: ['gas' as const],
          seen: compareInOrder('gas', [], paidItems(paid)),
        },
      ],
    },
  })
  if (hasFailed && paid === null) return without('NOT_IN_BLOCK')
  if (gas === null) return without('GAS_NOT_PREVIEWED')
  const { denom, fee, payer } = gas
  if (fee === null) return without('GAS_PRICE_UNKNOWN')
  const quoted =
    fee === 0n
      ? []
      : [item({ denom, amount: fee.toString(), ...(payer !== null && { payer: accountText(payer) }) })]
  return {
    lines: compareInOrder('gas', quoted, paidItems(paid)),
    expected: { ...NOTHING_EXPECTED, coins: payment },
  }
}

const item = (facts: Facts, position: number | null = null): Item => ({
  facts,
  index: null,
  path: [],
  position,
})

const paidItems = (paid: GasFee | null): readonly Item[] =>
  (paid?.coins ?? []).map(({ denom, amount }) =>
    item(
      { denom, amount: amount.toString(), payer: accountText(paid?.payer ?? null) },
      paid?.position ?? null,
    ),
  )
