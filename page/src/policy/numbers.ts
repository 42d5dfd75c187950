import inputsJson from '../../../examples/epoch/inputs.json' with { type: 'json' }
import stateJson from '../../../examples/epoch/state.json' with { type: 'json' }
import mixedJson from '../../../examples/mixed.json' with { type: 'json' }
import { parseEpochInputs } from '../../../src/epoch/inputs/parseEpochInputs.ts'
import { runEpoch } from '../../../src/epoch/runEpoch.ts'
import { parseEpochState } from '../../../src/epoch/state/parseEpochState.ts'
import type { PoolSplit } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { parseMessages } from '../../../src/messages/parseMessages.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { previewFees } from '../../../src/preview/previewFees.ts'
import { bundledSnapshot } from '../chain/bundled.ts'
import { type Failure, failureOf } from '../parts/failure.ts'
import { txTypeInWords } from '../parts/txTypes.ts'

/** One number under a policy, in uregen; null where it is not known. */
export type PolicyNumber = {
  readonly name: string
  readonly what: string
  readonly formula: string
  readonly source: string
  readonly amount: bigint | null
}

export type PolicyNumbers = {
  readonly transaction: { readonly fees: readonly PolicyNumber[]; readonly pools: PoolSplit }
  /** One week of the bundled example economy; or why it cannot be run under this policy. */
  readonly week: readonly PolicyNumber[] | Failure
}

const TRANSACTION = 'SPEC M013, Fee Schedule; the four messages on the bundled chain'

const week = (section: string): string => `SPEC ${section}; the week of the bundled example economy`

/** What a policy makes of one transaction and of one week, by the functions that the command line calls. */
export function numbersUnder(policy: PolicyConfig): PolicyNumbers {
  const { messages, proposed } = previewFees({
    messages: parseMessages(mixedJson),
    snapshot: bundledSnapshot(),
    policy,
  })
  const fees = messages.map(({ proposed: { parts, fee }, sentence }) => ({
    name: `Fee: ${[...new Set(parts.map(({ txType }) => txTypeInWords(txType)))].join(' and ') || 'nothing'}`,
    what: sentence,
    formula: 'max( Σ floor( value × rate ), minimum )',
    source: TRANSACTION,
    amount: fee,
  }))
  return {
    transaction: {
      fees: [
        ...fees,
        {
          name: 'Fee of the transaction',
          what: 'All four messages, as one transaction.',
          formula: 'Σ fees of the messages',
          source: TRANSACTION,
          amount: proposed.total,
        },
      ],
      pools: proposed.pools,
    },
    week: weekUnder(policy),
  }
}

function weekUnder(policy: PolicyConfig): PolicyNumbers['week'] {
  try {
    const { report } = runEpoch(parseEpochState(stateJson), parseEpochInputs(inputsJson), policy)
    const { fees, supply, validators, rewards } = report
    const uregen = (coins: readonly { denom: string; amount: bigint }[]) =>
      coins.find(({ denom }) => denom === 'uregen')?.amount ?? 0n
    const paid = validators.pays.find(({ denom }) => denom === 'uregen')?.compensation.paid ?? 0n
    return [
      {
        name: 'Fees',
        what: 'All fees of the week.',
        formula: 'Σ over acts of max( floor( value × rate ), minimum )',
        source: week('M013, Fee Schedule'),
        amount: fees.revenue,
      },
      {
        name: 'Burned',
        what: 'The burn pool of the week.',
        formula: 'Σ over fees of floor( fee × burn share )',
        source: week('M013, Fee Distribution'),
        amount: uregen(fees.pools.burn),
      },
      {
        name: 'Minted',
        what: 'What M012 mints in the week.',
        formula: 'floor( r × ( C − S ) ), and 0 while S ≥ C',
        source: week('M012, Supply Algorithm'),
        amount: supply.minted,
      },
      {
        name: 'Supply at the end',
        what: 'What there is after the week.',
        formula: 'supply + minted − burned',
        source: week('M012, Supply Algorithm'),
        amount: supply.after,
      },
      {
        name: 'Validators are paid',
        what: 'All of them together, M014.',
        formula: 'Σ over validators of base + bonus',
        source: week('M014, Compensation Model'),
        amount: paid,
      },
      {
        name: 'Community pool receives',
        what: 'Its part of the fees.',
        formula: 'Σ over fees of floor( fee × community share )',
        source: week('M013, Fee Distribution'),
        amount: uregen(fees.pools.community),
      },
      {
        name: 'Contributors are paid',
        what: 'Rewards of M015 for what was done in the week.',
        formula: 'Σ over accounts of floor( activity pool × score ÷ Σ scores )',
        source: week('M015, Reward Calculation'),
        amount: rewards.record.rewards.reduce((sum, { reward }) => sum + reward, 0n),
      },
      {
        name: 'Agents receive',
        what: 'The agent pool.',
        formula: 'Σ over fees of floor( fee × agent share )',
        source: week('M013, Fee Distribution'),
        amount: uregen(fees.pools.agent),
      },
    ]
  } catch (error) {
    return failureOf(error)
  }
}
