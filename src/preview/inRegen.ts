import { formatSixDecimals } from '../primitives/sixDecimals.ts'

/** A sentence in which every amount of uregen is one of REGEN: '25000000uregen' is '25 REGEN'. */
export const inRegen = (sentence: string): string =>
  sentence.replace(/(?<![\w.])(\d{1,78})(?:\.\d{1,18})? ?uregen\b/g, (found, amount: string) =>
    found.includes('.') ? found : `${formatSixDecimals(BigInt(amount))} REGEN`,
  )
