import type { Command, NamedCommand } from '../command.ts'
import { ballot } from '../fund/ballot.ts'
import { certificate } from '../fund/certificate.ts'
import { diff } from '../fund/diff.ts'
import { grant } from '../fund/grant.ts'
import { knobs } from '../fund/knobs.ts'
import { measure } from '../fund/measure.ts'
import { quadratic } from '../fund/quadratic.ts'
import { retro } from '../fund/retro.ts'
import { settle } from '../fund/settle.ts'
import { simulate } from '../fund/simulate.ts'
import { verify } from '../fund/verify.ts'

/** Every command of value redistribution, in the order of the help text. */
const FUND_COMMANDS: readonly NamedCommand[] = [
  quadratic,
  retro,
  simulate,
  diff,
  ballot,
  settle,
  verify,
  grant,
  certificate,
  measure,
  knobs,
]

export const fund: Command = {
  description:
    'Shares a budget out by a declared rule, exactly and to the unit, and shows where every amount is from. Computes and builds; ' +
    'it never signs.',
  arguments: [],
  options: [],
  commands: FUND_COMMANDS,
  examples: [
    'regen-fees fund quadratic --round examples/fund/quadratic.json',
    'regen-fees fund retro --round examples/fund/retro-median.json --explain soil',
    'regen-fees fund grant examples/fund/grant.json',
  ],
  // Commander shows the list of its commands instead.
  run: async () => null,
}
