import { addressProblem } from '../../primitives/address.ts'
import { type CommandInput, listOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import { connectionOptions } from './nodeOptions.ts'

/** Throws for an option of nodes or sources that is malformed, or that nothing beside it would use: what is typed counts, or is refused. */
export function requireUsed(input: CommandInput): void {
  connectionOptions(input)
  const trusted = listOption(input, 'trust')
  for (const text of trusted) {
    const problem = text.toLowerCase().startsWith('regen') ? addressProblem(text) : keyProblem(text)
    if (problem !== null)
      throw optionError(
        '--trust',
        `expected an account or a public key: ${problem}; got "${text.slice(0, 80)}"`,
      )
  }
  if (listOption(input, 'prices').length + listOption(input, 'ecology').length > 0) return
  for (const [option, given] of [
    ['--trust', trusted.length > 0],
    ['--attested', input.options['attested'] === true],
  ] as const)
    if (given) throw optionError(option, 'it needs prices or ecological data beside it (--prices, --ecology)')
}

/** The key of a KOI node is DER in base64. */
const keyProblem = (text: string): string | null =>
  /^[A-Za-z0-9+/]{40,}={0,2}$/.test(text) ? null : 'it is neither'
