import type { Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { AllowedDenom } from '../../messages/ledger.ts'
import { formatAmount, nameOf } from '../../preview/words/formatAmount.ts'
import { formatSentence } from '../../preview/words/formatSentence.ts'
import { inPercent } from '../../primitives/inPercent.ts'
import { formatRatio, type Ratio, ratio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatSixDecimals } from '../../primitives/sixDecimals.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { shorten } from './text.ts'

/** '1.5 REGEN', of whole uregen. */
export const regen = (amount: Uregen): string => `${formatRegen(amount)} REGEN`

/** An amount as people write it: '1.5 REGEN', '0.25 USDC.axl'; a denom nobody described stays in smallest units. */
export function displayAmount(amount: bigint, denom: string, denoms: readonly AllowedDenom[]): string {
  const name = nameOf(denom, denoms)
  if (name === null) return `${amount} ${shorten(sanitize(denom))}`
  const text = formatAmount({ denom, amount }, denoms)
  return name.isShared ? text.replace(denom, shorten(denom)) : text
}

/**
 * A price of one whole credit or one unit of gas, exact where it has an end, else to a millionth of the smallest unit: '25 REGEN', '2.5 uusdc', '0.333333333333… REGEN',
 * '3129.912199… ibc/…'.
 */
export function displayPrice({ num, den }: Ratio, denom: string): string {
  const isRegen = denom === 'uregen'
  const price = isRegen ? ratio(num, den * 1_000_000n) : ratio(num, den)
  const unit = isRegen ? 'REGEN' : shorten(sanitize(denom))
  const text = formatRatio(price)
  if (!text.includes('/')) return `${text} ${unit}`
  const places = isRegen ? 12 : 6
  const one = 10n ** BigInt(places)
  const shown = (price.num * one) / price.den
  return `${shown / one}.${(shown % one).toString().padStart(places, '0')}… ${unit}`
}

/** A sentence in which every amount of uregen is one of REGEN: '25000000uregen' is '25 REGEN'. */
export const inRegen = (sentence: string): string => formatSentence(sentence)

/** A share as people read it: '1 %', '0.5 %', '33.333333… %'. */
export const percent = (share: Ratio): string => `${inPercent(share)} %`

/** A share that is text on the chain: '0.01' is '1 %'; what is no number stays as it is. */
export const percentText = (rate: string): string => {
  const [, whole = '', decimals = ''] = /^(\d{1,30})(?:\.(\d{1,40}))?$/.exec(rate) ?? []
  return whole === '' ? rate : percent(ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length)))
}

/** A fraction to read: '0.03', or its first decimals, at most six, and '…'. */
export function cutDecimals({ num, den }: Ratio, places = 6): string {
  const whole = 10n ** BigInt(places)
  const cut = (num * whole) / den
  const text = formatSixDecimals(cut * 10n ** BigInt(6 - places))
  return cut * den === num * whole ? text : `${text}…`
}

/** What the four pools get, on one line. */
export const poolsText = <Share>(
  { burn, validator, community, agent }: { readonly [pool in Pool]: Share },
  textOf: (share: Share) => string,
): string =>
  `burn ${textOf(burn)} | validators ${textOf(validator)} | community ${textOf(community)} | agents ${textOf(agent)}`
