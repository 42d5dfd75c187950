import { hash, inRegen, regen, run } from './economy.ts'
import type { Flip } from './flip.ts'

const charge = (n: number, txType: string, value: string, credited: object | null) => ({
  txHash: hash(n),
  time: '2027-01-02',
  payer: 'alice',
  txType,
  value: regen(value),
  credited,
})

export const EPOCH_FLIPS: readonly Flip[] = [
  {
    knob: 'epoch.autoInflow',
    setting: 'scored-fees',
    of: policy =>
      run(policy, {
        transactions: [
          charge(1, 'MarketplaceTrade', '2000', { kind: 'purchase', seller: 'bob' }),
          charge(2, 'CreditIssuance', '1000', null),
        ],
      }).report.rewards.record.rewards.map(({ reward }) => inRegen(reward)),
    byDefault: ['7'],
    turned: ['3.5'],
  },
]
