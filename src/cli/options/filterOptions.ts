import { addressProblem } from '../../primitives/address.ts'
import { type CommandInput, listOption, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'

/** Nothing is found by an address or an id that none can have, so that is a mistake and not an empty answer. */
function requireAddress(text: string, option: string): string {
  const problem = addressProblem(text)
  if (problem === null) return text
  throw optionError(option, `expected an address: ${problem}; got "${text.slice(0, 80)}"`)
}

/** --account, an address; undefined where it is not given. */
export function accountOption(input: CommandInput): string | undefined {
  const text = textOption(input, 'account')
  return text === undefined ? undefined : requireAddress(text, '--account')
}

/** --account, as often as it is given. */
export const accountsOption = (input: CommandInput): readonly string[] =>
  listOption(input, 'account').map(text => requireAddress(text, '--account'))

/** --class, a credit class; undefined where it is not given. */
export function classOption(input: CommandInput): string | undefined {
  const text = textOption(input, 'class')
  if (text === undefined || /^[A-Z]{1,3}\d{2,}$/.test(text)) return text
  throw optionError('--class', `expected a credit class such as C01; got "${text.slice(0, 80)}"`)
}

/** Throws where a span is asked for that ends before it begins. */
export function requireInOrder(
  from: bigint | number | null | undefined,
  to: bigint | number | null | undefined,
  names: string,
): void {
  if (from == null || to == null || from <= to) return
  throw optionError(names, 'the first must not be after the second: nothing would be left')
}
