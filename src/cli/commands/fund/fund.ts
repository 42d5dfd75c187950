import type { Command } from '../../command.ts'
import { certificate } from './certificate.ts'
import { grant } from './grant.ts'
import { knobs } from './knobs.ts'
import { quadratic } from './quadratic.ts'
import { retro } from './retro.ts'
import { simulate } from './simulate.ts'

/** Every command of value redistribution, in the order of the help text. */
const FUND_COMMANDS: readonly Command[] = [quadratic, retro, simulate, grant, certificate, knobs]

export const fund: Command = {
  name: 'fund',
  summary: 'value redistribution: quadratic and retroactive funding, grants, impact certificates',
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
  // Commander shows the list of its commands; this is not reached.
  run: async () => 1,
}
