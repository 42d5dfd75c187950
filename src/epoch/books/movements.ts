import type { Place } from './accounts.ts'

/** A coin that moved in a period, in the smallest unit of its denom, and why. */
export type Movement = {
  readonly from: Place
  readonly to: Place
  readonly denom: string
  readonly amount: bigint
  readonly why: string
}

/** A movement of uregen; of nothing, none. */
export const move = (
  from: Place,
  to: Place,
  amount: bigint,
  why: string,
  denom = 'uregen',
): readonly Movement[] => (amount === 0n ? [] : [{ from, to, denom, amount, why }])
