import { formatRatio, type Ratio, type Uregen, uregen } from '../../../../src/index.ts'
import { ratio } from '../../../../src/primitives/ratio.ts'
import { formatTime, parseTime } from '../../../../src/primitives/time.ts'
import { type ContractTx, contractTxs } from '../../../support/contractTxs.ts'

export type Json = { readonly [field: string]: unknown }
/** What a contract answers; undefined: it says that there is no such record. */
export type Answers = { readonly [query: string]: (asked: Json) => unknown }

/** The recorded transactions of one contract. */
export const txsOf = (contract: string) => contractTxs.filter(tx => tx.contract === contract)
export const variantOf = ({ msg }: ContractTx): readonly [string, Json] =>
  Object.entries(msg)[0] as [string, Json]
export const amountIn = (args: Json, field: string): Uregen => uregen(BigInt(args[field] as string))
export const text = (amount: bigint): string => amount.toString()
/** A fraction cut to 18 decimals. */
export const decimals = ({ num, den }: Ratio): string => {
  return formatRatio(ratio((num * 10n ** 18n) / den, 10n ** 18n))
}

/** Block times in nanoseconds; transactions do not carry them, so these are the recorded answers'. */
const TIMES: { readonly [height: number]: string } = {
  3415: '1795928958672451750',
  3428: '1795928962701858588',
  3440: '1795928966394075682',
  3447: '1795928968554817805',
  3453: '1795928970413942653',
  3465: '1795928974118394560',
  3471: '1795928975968375072',
  3477: '1795928977830287126',
  3483: '1795928979702934446',
  3530: '1795928994247373422',
}
export const nanosAt = ({ height }: ContractTx): string => TIMES[height] ?? '0'
export const timeAt = (tx: ContractTx): string => {
  const nanos = BigInt(nanosAt(tx))
  return formatTime({ seconds: nanos / 10n ** 9n, nanos: Number(nanos % 10n ** 9n) })
}
export const nanosOf = (time: string | null): string | null => {
  if (time === null) return null
  const { seconds, nanos } = parseTime(time)
  return text(seconds * 10n ** 9n + BigInt(nanos))
}

/** Whole basis points of a fraction. */
export const points = ({ num, den }: Ratio): number => Number((num * 10_000n) / den)

/** ACTIVE as Active. */
export const capitalized = (name: string): string => name.charAt(0) + name.slice(1).toLowerCase()
