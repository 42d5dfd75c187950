import type { Credits } from '../../primitives/credits.ts'
import { compareRatios } from '../../primitives/ratio.ts'
import type { FeeRates, TxType } from './params.ts'

/** The knobs that say which acts are charged, and as what. */
export type ChargeRules = {
  readonly feeRates: FeeRates
  readonly sendWithRetire: 'split' | 'transfer-only' | 'max'
  readonly autoRetire: 'trade-only' | 'both'
  readonly bridge: 'none' | 'transfer'
  readonly bridgeReceive: 'none' | 'issuance'
  readonly basket: 'none' | 'transfer'
}

/** What each act is charged as, and the knob that lets it go free with `none`. */
const CHARGED_AS = {
  retirement: ['CreditRetirement', null],
  issuance: ['CreditIssuance', null],
  'bridge receive': ['CreditIssuance', 'bridgeReceive'],
  bridge: ['CreditTransfer', 'bridge'],
  'basket put': ['CreditTransfer', 'basket'],
  'basket take': ['CreditTransfer', 'basket'],
  'basket take and retire': ['CreditRetirement', 'basket'],
} as const

/** An act that is charged as one type, whatever else a message does. Trades and sends have rules of their own below. */
export type ChargedAct = keyof typeof CHARGED_AS

/** The type that an act is charged as; null where it goes free. @see SPEC M013, Fee Schedule */
export function chargedAs(act: ChargedAct, rules: ChargeRules): TxType | null {
  const [txType, knob] = CHARGED_AS[act]
  return knob !== null && rules[knob] === 'none' ? null : txType
}

/** Whether a purchase that retires its credits is charged for its retirement beside its trade. */
export const chargesRetirement = (
  retires: boolean,
  { autoRetire }: Pick<ChargeRules, 'autoRetire'>,
): boolean => retires && autoRetire === 'both'

/**
 * What one entry of a send is charged as. Nothing of both is a transfer of nothing; null is an amount that is not known.
 *
 *     split            the tradable credits as a transfer, the retired ones as a retirement
 *     transfer-only    all of them as a transfer
 *     max              all of them as the type with the larger rate; a retirement where they are equal
 */
export function chargesOfSend<Amount extends Credits | null>(
  { tradable, retired }: { readonly tradable: Amount; readonly retired: Amount },
  { sendWithRetire, feeRates }: Pick<ChargeRules, 'sendWithRetire' | 'feeRates'>,
): readonly { readonly txType: TxType; readonly credits: Amount }[] {
  const all = (tradable === null || retired === null ? null : tradable + retired) as Amount
  if (retired === 0n || sendWithRetire === 'transfer-only')
    return [{ txType: 'CreditTransfer', credits: all }]
  if (sendWithRetire === 'max') {
    const isTransfer = compareRatios(feeRates.CreditTransfer, feeRates.CreditRetirement) > 0
    return [{ txType: isTransfer ? 'CreditTransfer' : 'CreditRetirement', credits: all }]
  }
  const gone = { txType: 'CreditRetirement', credits: retired } as const
  return tradable === 0n ? [gone] : [{ txType: 'CreditTransfer', credits: tradable }, gone]
}
