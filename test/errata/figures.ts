import { type Ratio, ratio } from '../../src/primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../src/primitives/uregen.ts'

/** What an erratum says, computed anew; `published` where a published formula or code can be run. */
type Figures = { readonly exact: string; readonly published?: string }

/** Every erratum of one mechanism, by id. */
export type Recomputed = { readonly [id: string]: () => Figures }

/** '1234567.8' with separators: 1,234,567.8 */
export const grouped = (number: bigint | number | string): string => {
  const [whole = '', decimals] = String(number).split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−')
  return decimals === undefined ? separated : `${separated}.${decimals}`
}

/** An amount as '1,234.5', in REGEN without the unit. */
export const amountOf = (uregen: bigint): string =>
  uregen < 0n ? `−${amountOf(-uregen)}` : grouped(formatRegen(uregen as Uregen))

/** An amount as '1,234.5 REGEN'. */
export const regen = (uregen: bigint): string => `${amountOf(uregen)} REGEN`

/** A fraction with a number of decimals, half up. */
export function rounded({ num, den }: Ratio, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const digits = ((2n * num * scale + den) / (2n * den)).toString().padStart(decimals + 1, '0')
  return decimals === 0
    ? grouped(digits)
    : `${grouped(digits.slice(0, -decimals))}.${digits.slice(-decimals)}`
}

/** A fraction with a number of decimals, cut. */
export const cut = ({ num, den }: Ratio, decimals: number): string => {
  const scale = 10n ** BigInt(decimals)
  return rounded(ratio((num * scale) / den, scale), decimals)
}

export const count = (from: number, to: number, step = 1): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
