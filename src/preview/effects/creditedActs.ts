import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import {
  type Contribution,
  creditActivities,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { ChargedMessage } from '../proposed/chargeMessages.ts'
import type { RunMessage } from '../run/runMessages.ts'
import type { MessageRecord } from '../run/workingLedger.ts'

/**
 * Who M015 would credit for these messages, and with what, by `creditActivities`: purchases to the buyer, order by order;
 * retirements to the account they are made for; fees to whoever signs. Values that are not known earn nothing.
 *
 * A purchase that retires counts once, with its fee and that of the retirement inside of it.
 */
export function creditedActs(
  messages: readonly RunMessage[],
  proposals: readonly ChargedMessage[],
  params: RewardConfig,
): readonly Contribution[] {
  const activities = messages.flatMap((message, index) => {
    const proposal = proposals[index]
    return proposal ? activitiesOf(message, proposal) : []
  })
  const placed = activities.map((activity, part) => ({ ...activity, ...NOT_YET_ON_CHAIN, part }) as Activity)
  return creditActivities(placed, params).contributions
}

/** The transaction has no hash yet; its parts are told apart by their number. */
const NOT_YET_ON_CHAIN = { txHash: '0'.repeat(64), messageIndex: 0, time: 0n }

type Unplaced<A> = A extends Activity ? Omit<A, keyof typeof NOT_YET_ON_CHAIN | 'part'> : never

function activitiesOf(
  { record, signer }: RunMessage,
  { charges, paid }: ChargedMessage,
): readonly Unplaced<Activity>[] {
  const retirer = retirerOf(record) ?? signer
  const fees = paid.map(({ amount, rate }) => mulFloor(amount, rate) as Uregen)
  const trades = charges.some(({ txType }) => txType === 'MarketplaceTrade')
  return charges.flatMap(({ txType, value, retires = false }, index): readonly Unplaced<Activity>[] => {
    if (trades && txType === 'CreditRetirement') return []
    const inside = trades && charges[index + 1]?.txType === 'CreditRetirement' ? [fees[index + 1]] : []
    const fee = sumUregen(...[fees[index], ...inside].map(fee => fee ?? (0n as Uregen)))
    if (value === null) return [{ kind: 'fee', payer: signer, fee }]
    if (txType === 'MarketplaceTrade')
      return [
        { kind: 'purchase', buyer: signer, seller: '', autoRetired: retires, value, fee, facilitator: null },
      ]
    return txType === 'CreditRetirement'
      ? [{ kind: 'retirement', retirer, payer: signer, value, fee, facilitator: null }]
      : [{ kind: 'fee', payer: signer, fee }]
  })
}

/** For whom credits are retired. */
function retirerOf({ credits }: MessageRecord): string | null {
  const retired = credits.find(({ to }) => to !== null && 'state' in to && to.state === 'retired')?.to
  return retired && 'account' in retired ? retired.account : null
}
