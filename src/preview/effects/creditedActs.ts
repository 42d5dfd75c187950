import {
  autoRetiredAs,
  type Contribution,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { ProposedMessage } from '../proposed/proposeFees.ts'
import type { RunMessage } from '../run/runMessages.ts'
import type { MessageRecord } from '../run/workingLedger.ts'

type Act = Pick<Contribution, 'address' | 'kind' | 'amount'>

/**
 * Who M015 would credit for these messages, and with what: purchases to the buyer, retirements to whoever they retire for,
 * fees to whoever signs. Values below the minimum, or not known, earn nothing.
 *
 * A purchase that retires counts once: the retirement inside of it is not listed beside it.
 */
export const creditedActs = (
  messages: readonly RunMessage[],
  proposals: readonly ProposedMessage[],
  params: RewardConfig,
): readonly Act[] =>
  messages.flatMap((message, index) => {
    const { charges = [], proposed } = proposals[index] ?? {}
    const retirer = retirerOf(message.record) ?? message.signer
    const trades = charges.some(({ txType }) => txType === 'MarketplaceTrade')
    const retires = buysRetired(message.record)
    const valued = charges.flatMap(({ txType, value }): readonly Act[] => {
      if (value === null || isBelow(value, params)) return []
      if (txType === 'CreditRetirement' && !trades)
        return [{ address: retirer, kind: 'retirement', amount: value }]
      if (txType !== 'MarketplaceTrade') return []
      const kinds = retires ? autoRetiredAs(params) : (['purchase'] as const)
      return kinds.map(kind => ({ address: message.signer, kind, amount: value }))
    })
    return proposed && proposed.atLeast > 0n
      ? [...valued, { address: message.signer, kind: 'fee', amount: ratio(proposed.atLeast) }]
      : valued
  })

const isBelow = ({ num, den }: Ratio, { minActivityValue }: RewardConfig): boolean =>
  num < minActivityValue * den

/** For whom credits are retired. */
function retirerOf({ credits }: MessageRecord): string | null {
  const retired = credits.find(({ to }) => to !== null && 'state' in to && to.state === 'retired')?.to
  return retired && 'account' in retired ? retired.account : null
}

/** Whether what a message buys is retired at once; of mixed orders, whether the first is. */
const buysRetired = ({ credits }: MessageRecord): boolean => {
  const to = credits.find(({ kind }) => kind === 'buy')?.to
  return to !== null && to !== undefined && 'state' in to && to.state === 'retired'
}
