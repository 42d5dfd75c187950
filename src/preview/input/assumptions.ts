import type { M013Policy } from '../../policy/policy.ts'
import { inPercent } from '../../primitives/inPercent.ts'
import { formatRegen } from '../../primitives/uregen.ts'
import type { ValuedCharge } from '../proposed/valueCharge.ts'
import type { RunMessage } from '../run/runMessages.ts'
import type { FeeConfigInForce } from '../snapshot.ts'

/** Something the numbers rest on; with the number of the open question of the specification, if it is one. */
export type Assumption = { readonly question: string | null; readonly text: string }

/** What a preview assumes, said in words: first of the live side, then of the proposed one. */
export function assumptionsOf(
  messages: readonly RunMessage[],
  charges: readonly ValuedCharge[],
  knobs: M013Policy,
  inForce: FeeConfigInForce | null,
): readonly Assumption[] {
  const says = (question: string | null, text: string): Assumption => ({ question, text })
  const live = [
    says(null, 'The messages run in this order, as one transaction, on the state of the height given.'),
    ...(messages.some(({ path }) => path.length > 0)
      ? [says(null, 'Inner messages are run as if their grant, or the vote on their proposal, were there.')]
      : []),
  ]
  if (charges.length === 0) return live
  const { burn, validator, community, agent } = knobs.shares
  const shares = [burn, validator, community, agent].map(inPercent).join(' / ')
  return [
    ...live,
    says(
      null,
      inForce
        ? `M013 is in force on this chain: rates, shares and minimum are those of ${inForce.source}; everything else is the policy's.`
        : 'M013 is a specification; nothing of it is in force. What follows is what it would do.',
    ),
    says('OQ-M013-1', `Fees are split burn / validator / community / agent ${shares} %.`),
    says(
      'OQ-M013-5',
      `${inPercent(burn)} % of every fee is burned${knobs.burnShare.kind === 'fixed' ? '' : ', by the revenue of the period before'}.`,
    ),
    says('OQ-M013-3', COLLECTION[knobs.collection]),
    ...(charges.some(({ valuation }) => valuation.source !== 'order')
      ? [
          says(
            'OQ-M013-2',
            `Credits are valued by the first source that has a price: ${knobs.valuation.map(({ source }) => source).join(', ')}; without one, ${NO_PRICE[knobs.noPrice]}.`,
          ),
        ]
      : []),
    says(null, `The minimum fee of ${formatRegen(knobs.minFee)} REGEN counts once a ${knobs.minFeeScope}.`),
  ]
}

const COLLECTION: { readonly [setting in M013Policy['collection']]: string } = {
  'regen-only': 'Fees are collected in REGEN.',
  native: 'Fees are collected in the denom of the payment, and shown in REGEN at the rate given.',
  hybrid:
    'Fees are collected in the denom of the payment, shown in REGEN, and converted where they are burned.',
}

const NO_PRICE: { readonly [setting in M013Policy['noPrice']]: string } = {
  'min-fee': 'the minimum fee is a lower bound',
  reject: 'the message would be refused',
  exempt: 'nothing is charged',
}
