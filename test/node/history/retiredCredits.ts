import type { LedgerActivity, OnChain } from '../../../src/node/history/activity.ts'
import type { Credits } from '../../../src/primitives/credits.ts'

/** Credits that ended retired, whichever way, each once. */
export type RetiredCredits = OnChain & {
  readonly owner: string
  readonly classId: string
  readonly batchDenom: string
  readonly amount: Credits
  readonly by: 'owner' | 'send' | 'basket' | 'purchase' | 'issuance'
}

/** All that was retired, also with a purchase or on issuance, where a report of retirements wants those too. */
export const retiredCredits = (activity: readonly LedgerActivity[]): readonly RetiredCredits[] =>
  activity.flatMap((item): readonly RetiredCredits[] => {
    const { txHash, height, time, messageIndex, path, part } = item
    const at = { txHash, height, time, messageIndex, path, part }
    if (item.kind === 'retirement') {
      const { owner, classId, batchDenom, amount, by } = item
      return [{ ...at, owner, classId, batchDenom, amount, by }]
    }
    if (item.kind === 'purchase' && item.retirement !== null) {
      const { buyer: owner, classId, batchDenom, quantity: amount } = item
      return [{ ...at, owner, classId, batchDenom, amount, by: 'purchase' }]
    }
    if (item.kind === 'issuance' && item.retired > 0n) {
      const { recipient: owner, classId, batchDenom, retired: amount } = item
      return [{ ...at, owner, classId, batchDenom, amount, by: 'issuance' }]
    }
    return []
  })
