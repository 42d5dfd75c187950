import { parseRegen } from '../primitives/uregen.ts'

/** Prices as people type them: '25REGEN' is 25000000uregen; every other denom is the chain's own. */
export const inUregen = (prices: {
  readonly [classId: string]: string
}): { readonly [classId: string]: string } =>
  Object.fromEntries(
    Object.entries(prices).map(([classId, text]) => {
      const [, amount] = /^(\d{1,40}(?:\.\d{1,18})?) ?REGEN$/i.exec(text) ?? []
      return [classId, amount === undefined ? text : `${parseRegen(amount)}uregen`]
    }),
  )
