import { isRatio, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { cutDecimals, displayPrice, percent, regen } from './amounts.ts'

/** The fractions of a policy that are no shares, with their unit. */
const UNITS: { readonly [knob: string]: string } = {
  'm012.ecologicalReference': ' ppm',
  'm012.ecologicalMostChange': ' ppm',
  'm012.ecoMax': '',
}

/** The answer of a knob in words: 'burn 30 %, validator 40 %, …'; amounts are in REGEN, of a kind its name and what belongs to it. */
export function policyValue(knob: string, value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'bigint') return regen(value as Uregen)
  if (isRatio(value)) return fractionText(value, UNITS[knob])
  if (Array.isArray(value)) return value.map(one => policyValue(knob, one)).join('\n') || 'none'
  if (typeof value !== 'object') return String(value)
  const { price, denom, ...fields } = value as { readonly [name: string]: unknown }
  return [
    ...Object.entries(fields).map(([name, field]) =>
      name === 'kind' || name === 'source' ? policyValue(knob, field) : `${name} ${policyValue(knob, field)}`,
    ),
    ...(isRatio(price) ? [`price ${displayPrice(price, String(denom))}`] : []),
  ].join(', ')
}

const fractionText = (value: Ratio, unit: string | undefined): string =>
  unit === undefined ? percent(value) : `${cutDecimals(value)}${unit}`
