import * as z from 'zod/mini'
import { parseChange } from '../mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import type { SignedRatio } from '../mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import { ratio } from '../primitives/ratio.ts'
import { parseInput, textOf } from '../primitives/schemas.ts'
import { formatSeconds, parseTime } from '../primitives/time.ts'
import type { CsvRow, Document, DocumentSource } from './document.ts'
import { malformed } from './malformed.ts'

/** A change of CO₂ in ppm against the baseline of its source, and when it was measured (seconds since 1970). */
export type EcologicalReading = { readonly time: bigint; readonly change: SignedRatio }

/** What one source has measured, the oldest first, and who vouches for it. */
export type EcologicalSeries = {
  readonly from: string
  readonly signers: readonly string[]
  /** 'attestation': the chain knows it (M008). */
  readonly kind: 'oracle' | 'attestation'
  readonly readings: readonly EcologicalReading[]
}

/** Where ecological data comes from. */
export type EcologicalSource = { readonly name: string; readonly readSeries: () => Promise<EcologicalSeries> }

/**
 * A document as a source of ecological data.
 *
 * @example
 * const source = ecologicalSource(documentOf('co2.csv', 'time,change\n2026-11-20,10'))
 * const { readings } = await source.readSeries()
 * readings // [ { time: 1795132800n, change: { num: 10n, den: 1n } } ]
 */
export const ecologicalSource = ({ name, read }: DocumentSource): EcologicalSource => ({
  name,
  readSeries: async () => toEcologicalSeries(await read()),
})

const Time = textOf(text => parseTime(text).seconds)
const Ppm = textOf(parseChange)

/** Either changes, or values with the baseline that they are held against. Made when it is asked for. */
const seriesSchema = () => {
  const most = 100_000
  const readings = <Fields extends z.core.$ZodShape>(fields: Fields) =>
    z.array(z.strictObject(fields)).check(z.minLength(1), z.maxLength(most))
  return z.union([
    z.strictObject({
      unit: z._default(z.literal('ppm'), 'ppm'),
      baseline: Ppm,
      readings: readings({ time: Time, value: Ppm }),
    }),
    z.strictObject({
      unit: z._default(z.literal('ppm'), 'ppm'),
      readings: readings({ time: Time, change: Ppm }),
    }),
  ])
}

/**
 * The readings in a document, in ppm.
 *
 *     JSON    { "baseline": "420.5", "readings": [{ "time": "2026-11-20", "value": "431.2" }] }, or [{ "time", "change" }] without a baseline
 *     CSV     time,change or time,value,baseline
 *     change = value − baseline
 *
 * Throws INPUT_INVALID for what is no series, also for two readings of one time.
 *
 * @example
 * const document = await readDocument('co2.csv', 'time,value,baseline\n2026-11-20,431.2,420.5')
 * toEcologicalSeries(document).readings // [ { time: 1795132800n, change: { num: 107n, den: 10n } } ]
 */
export function toEcologicalSeries({ from, data, signers, kind }: Document): EcologicalSeries {
  const readings = 'json' in data ? parseJsonReadings(from, data.json) : parseRows(from, data.rows)
  const inOrder = [...readings].sort((a, b) => (a.time < b.time ? -1 : 1))
  const twice = inOrder.find(({ time }, index) => time === inOrder[index + 1]?.time)
  if (twice !== undefined) throw malformed(from, `there are two readings of ${formatSeconds(twice.time)}`)
  return { from, signers, kind, readings: inOrder }
}

function parseJsonReadings(from: string, json: unknown): readonly EcologicalReading[] {
  const series = parseInput(seriesSchema(), from, json)
  return 'baseline' in series
    ? series.readings.map(({ time, value }) => ({ time, change: minus(value, series.baseline) }))
    : series.readings
}

function parseRows(from: string, rows: readonly CsvRow[]): readonly EcologicalReading[] {
  const row = z.union([
    z.strictObject({ time: Time, change: Ppm }),
    z.strictObject({ time: Time, value: Ppm, baseline: Ppm }),
  ])
  return rows.map(cells => {
    const read = parseInput(row, from, cells)
    return 'change' in read ? read : { time: read.time, change: minus(read.value, read.baseline) }
  })
}

const minus = (a: SignedRatio, b: SignedRatio): SignedRatio =>
  signedRatio(a.num * b.den - b.num * a.den, a.den * b.den)

/** A fraction in lowest terms that may be below 0; `den` is above 0. */
export function signedRatio(num: bigint, den: bigint): SignedRatio {
  const size = ratio(num < 0n ? -num : num, den)
  return num < 0n ? { num: -size.num, den: size.den } : size
}
