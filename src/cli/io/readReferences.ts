import { parseReferencePrices, type ReferencePrices } from '../../preview/referencePrices.ts'
import { type CommandInput, type CommandOption, type Io, textOption } from '../command.ts'
import { readJson } from './readInput.ts'
import { inUregen } from './statedPrices.ts'

export const PRICES_OPTION: CommandOption = {
  flags: '--prices <file>',
  summary:
    'reference prices by class and by credit type (JSON): { "types": { "C": "20REGEN" }, "classes": { "C02": "25REGEN" } }',
}

/** The reference prices of a file; none when none is named. */
export async function readReferences(input: CommandInput, io: Io): Promise<readonly ReferencePrices[]> {
  const file = textOption(input, 'prices')
  if (file === undefined) return []
  return parseReferencePrices(await readJson(file, io)).map(({ classes, types, ...rest }) => ({
    ...rest,
    classes: inUregen(classes),
    types: inUregen(types),
  }))
}
