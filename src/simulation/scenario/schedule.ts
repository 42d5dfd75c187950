import * as z from 'zod/mini'
import {
  type Bounds,
  boundsOf,
  Count,
  Fraction,
  NumberText,
  PartsPerMillion,
  Periods,
  ZeroOrMore,
} from './numberSchemas.ts'

/** What a schedule can move, with its unit. */
export const INPUTS = {
  'market.volume': 'USD of credits a period that could be traded',
  'market.onChain': 'the share of it that is on chain',
  'price.shock': 'a factor on the price, which lasts',
  'validators.exit': 'the share of validators that leave in a quarter',
  'validators.applications': 'applications in a quarter',
  'stability.exitShare': 'the share of commitments that leave early in a period',
  'wash.volume': 'USD of wash trade a period',
  'governance.participation': 'the share of those who may vote that do',
  'governance.proposals': 'proposals a period',
  'ecology.co2': 'ΔCO₂ in ppm',
} as const

/** An input of a scenario that can change from period to period. */
export type ScheduledInput = keyof typeof INPUTS

/** What each of them is held within, whatever a schedule adds and multiplies: what the number itself may be, where the scenario says it. */
export const INPUT_BOUNDS: { readonly [input in ScheduledInput]: Bounds } = {
  'market.volume': boundsOf(ZeroOrMore),
  'market.onChain': boundsOf(Fraction),
  'price.shock': boundsOf(ZeroOrMore),
  'validators.exit': boundsOf(Fraction),
  'validators.applications': boundsOf(Count),
  'stability.exitShare': boundsOf(Fraction),
  'wash.volume': boundsOf(ZeroOrMore),
  'governance.participation': boundsOf(Fraction),
  'governance.proposals': boundsOf(Count),
  'ecology.co2': boundsOf(PartsPerMillion),
}

const Span = { from: Periods, to: z._default(z.nullable(Periods), null) }
const As = z._default(z.enum(['set', 'times', 'plus']), 'set')
const Input = z.enum(Object.keys(INPUTS) as [ScheduledInput, ...ScheduledInput[]])

/** A step or pulse holds one value from a period to another, a ramp goes in a straight line, a shock multiplies what lasts. */
export const ScheduleEntry = z.discriminatedUnion('shape', [
  z.strictObject({ input: Input, shape: z.enum(['step', 'pulse']), as: As, ...Span, value: NumberText }),
  z.strictObject({
    input: Input,
    shape: z.literal('ramp'),
    as: As,
    from: Periods,
    to: Periods,
    start: NumberText,
    end: NumberText,
  }),
  z.strictObject({ input: Input, shape: z.literal('shock'), at: Periods, factor: NumberText }),
])
export type ScheduleEntry = z.output<typeof ScheduleEntry>

/** The value of an input in a period: its base, as every entry in its turn changes it, within its bounds. */
export function scheduled(
  schedule: readonly ScheduleEntry[],
  input: ScheduledInput,
  period: number,
  base: number,
): number {
  let value = base
  for (const entry of schedule) {
    if (entry.input !== input) continue
    if (entry.shape === 'shock') {
      if (entry.at === period) value *= entry.factor
      continue
    }
    if (period < entry.from || (entry.to !== null && period > entry.to)) continue
    const now =
      entry.shape === 'ramp'
        ? entry.start + ((entry.end - entry.start) * (period - entry.from)) / (entry.to - entry.from || 1)
        : entry.value
    value = entry.as === 'set' ? now : entry.as === 'times' ? value * now : value + now
  }
  const { least, most } = INPUT_BOUNDS[input]
  return value < least ? least : value > most ? most : value
}
