import { createRequire } from 'node:module'
import type { Ratio } from '../../../src/primitives/ratio.ts'
import { ratio } from '../../../src/primitives/ratio.ts'

/** What other people's packages make of the same bytes: our codecs and our decoders are not used to check themselves. */

const require = createRequire(import.meta.url)

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, as other packages type them
export type Json = any

type Codec = { readonly decode: (bytes: Uint8Array) => Json }

const bytesOf = (base64: string | null) => new Uint8Array(Buffer.from(base64 ?? '', 'base64'))

/** Decodes with @regen-network/api (regen-js). */
export const decodeRegen = (file: string, message: string, base64: string | null): Json =>
  (require(`@regen-network/api/regen/ecocredit/${file}.js`) as Record<string, Codec>)[message]?.decode(
    bytesOf(base64),
  )

/** Decodes with cosmjs-types. */
export const decodeCosmos = (file: string, message: string, bytes: string | null | Uint8Array): Json =>
  (require(`cosmjs-types/cosmos/${file}`) as Record<string, Codec>)[message]?.decode(
    bytes instanceof Uint8Array ? bytes : bytesOf(bytes),
  )

/** '117.545678' as millionths, by floating point: exact for amounts of this size. */
export const millionths = (text: string): bigint => BigInt(Math.round(Number(text) * 1e6))

/** An integer of 10^-18, as cosmjs-types leaves it: text or the bytes of text. */
export const scaled = (value: string | Uint8Array): Ratio =>
  ratio(BigInt(typeof value === 'string' ? value : Buffer.from(value).toString()), 10n ** 18n)

/** '0.334000000000000000' */
export const decimal = (text: string): Ratio => scaled(text.replace('.', '').replace(/^0+(?=\d)/, ''))

/** A Date as our models write moments; the packages know milliseconds only. */
export const moment = (date: Date | undefined): string | null =>
  date === undefined ? null : date.toISOString().replace(/\.?0*Z$/, 'Z')

/** A protobuf timestamp as cosmjs-types has it. */
export const instant = (timestamp: { seconds: bigint; nanos: number } | undefined): string | null => {
  if (timestamp === undefined) return null
  const nanos = String(timestamp.nanos).padStart(9, '0').replace(/0+$/, '')
  const seconds = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, 19)
  return `${seconds}${nanos && `.${nanos}`}Z`
}

export const coins = (list: readonly { denom: string; amount: string }[]) =>
  list.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) }))
