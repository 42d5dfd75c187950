import { DAY } from '../../primitives/time.ts'
import { type CommandInput, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'

const UNITS: { readonly [unit: string]: bigint } = { d: DAY, h: 3_600n, m: 60n }

/** The period that --period names, in seconds: '7d', '48h', '90m'; 7 days where it names none. */
export function periodOf(input: CommandInput): bigint {
  const text = textOption(input, 'period') ?? '7d'
  const [, count = '', unit = ''] = /^([1-9]\d{0,5})([dhm])$/.exec(text) ?? []
  const seconds = UNITS[unit]
  if (seconds !== undefined) return BigInt(count) * seconds
  throw optionError('--period', `expected days, hours or minutes, such as 7d; got "${text.slice(0, 80)}"`)
}
