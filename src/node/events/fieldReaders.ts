import { creditsOf } from '../../messages/keeper/credits.ts'
import { parseChainInteger } from '../../primitives/chainInteger.ts'
import type { Coin } from '../../wire/generated/cosmos/base/v1beta1/coin.ts'
import type { BasketCredit } from '../../wire/generated/regen/ecocredit/basket/v1/types.ts'
import type { OriginTx } from '../../wire/generated/regen/ecocredit/v1/types.ts'

/** What a reader gives for JSON of another form than it expects. */
export const MALFORMED: unique symbol = Symbol('malformed')

/** Reads the JSON value of one attribute. */
export type AttributeReader<T> = (json: unknown) => T | typeof MALFORMED

const LARGEST_UINT64 = 2n ** 64n - 1n

export const text: AttributeReader<string> = json => (typeof json === 'string' ? json : MALFORMED)

/** An amount of credits as the chain would read it; empty where the event has no use for it. */
export const credits: AttributeReader<string> = json =>
  typeof json === 'string' && creditsOf(json) !== null ? json : MALFORMED

/** A whole amount, as its message wrote it. */
export const whole: AttributeReader<string> = json =>
  typeof json === 'string' && (parseChainInteger(json) ?? -1n) >= 0n ? json : MALFORMED

/** uint64, which JSON has as text. */
export function uint64(json: unknown): bigint | typeof MALFORMED {
  if (typeof json !== 'string' || !/^(0|[1-9]\d{0,19})$/.test(json)) return MALFORMED
  const value = BigInt(json)
  return value <= LARGEST_UINT64 ? value : MALFORMED
}

export function coin(json: unknown): Coin | undefined | typeof MALFORMED {
  if (json === null) return undefined
  const { denom, amount } = fieldsOf(json)
  return typeof denom === 'string' && typeof amount === 'string' && /^\d{1,78}$/.test(amount)
    ? { denom, amount }
    : MALFORMED
}

export function originTx(json: unknown): OriginTx | undefined | typeof MALFORMED {
  if (json === null) return undefined
  const { id, source, contract, note } = fieldsOf(json)
  return typeof id === 'string' &&
    typeof source === 'string' &&
    typeof contract === 'string' &&
    typeof note === 'string'
    ? { id, source, contract, note }
    : MALFORMED
}

/** The credits of a basket event; an empty list can also be null. */
export function basketCredits(json: unknown): BasketCredit[] | typeof MALFORMED {
  if (json === null) return []
  if (!Array.isArray(json)) return MALFORMED
  const list = json.map((item: unknown) => {
    const { batch_denom: batchDenom, amount } = fieldsOf(item)
    return typeof batchDenom === 'string' && typeof amount === 'string' && creditsOf(amount) !== null
      ? { batchDenom, amount }
      : MALFORMED
  })
  return list.every(item => item !== MALFORMED) ? list : MALFORMED
}

/** An enum: JSON has its name. */
export const choice =
  <Value extends number>(names: { readonly [name: string]: Value | ((...args: never) => unknown) }) =>
  (json: unknown): Value | typeof MALFORMED => {
    const value = typeof json === 'string' && Object.hasOwn(names, json) ? names[json] : undefined
    return typeof value === 'number' ? value : MALFORMED
  }

const fieldsOf = (json: unknown): { readonly [name: string]: unknown } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as { readonly [name: string]: unknown })
    : {}
