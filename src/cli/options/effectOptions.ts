import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { EffectsInput } from '../../preview/feePreview.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BACKING_EXCEEDS_SUPPLY } from '../../primitives/errorTable.ts'
import { ratio } from '../../primitives/ratio.ts'
import { parseRegen, uregen } from '../../primitives/uregen.ts'
import { type CommandInput, type CommandOption, textOption } from '../command.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { regen } from '../render/amounts.ts'

/** What a preview is told of the rest of the economy, to say what its fees would do beyond the transaction. */
export const EFFECT_OPTIONS: readonly CommandOption[] = [
  { flags: '--supply <REGEN>', summary: 'the supply, to see what the burn does to it (M012)' },
  { flags: '--staked <REGEN>', summary: 'how much of the supply is staked; default: 0' },
  {
    flags: '--rest-score <REGEN>',
    summary: 'the score of everybody else in the period, to see what reward is earned (M015)',
  },
  { flags: '--rest-pool <REGEN>', summary: 'the activity pool of the period without this transaction' },
]

/** Null in a preview where nothing is stated; half a statement is an error. */
export function parseEffects(input: CommandInput): Pick<EffectsInput, 'supply' | 'rewards'> {
  const [supply, staked] = [textOption(input, 'supply'), textOption(input, 'staked')]
  const [score, pool] = [textOption(input, 'restScore'), textOption(input, 'restPool')]
  if (staked !== undefined && supply === undefined) throw needs('--staked', '--supply')
  if (score !== undefined && pool === undefined) throw needs('--rest-score', '--rest-pool')
  if (pool !== undefined && score === undefined) throw needs('--rest-pool', '--rest-score')
  return {
    ...(supply !== undefined && { supply: stateOf(supply, staked ?? '0') }),
    ...(score !== undefined &&
      pool !== undefined && {
        rewards: {
          totalScore: ratio(parseOption('--rest-score', () => parseRegen(score))),
          pool: parseOption('--rest-pool', () => parseRegen(pool)),
        },
      }),
  }
}

/** Before M014, as today. */
const stateOf = (supply: string, staked: string): SupplyState => ({
  supply: parseOption('--supply', () => parseRegen(supply)),
  staked: parseOption('--staked', () => parseRegen(staked)),
  stabilityCommitted: uregen(0n),
  m014Phase: 'INACTIVE',
})

/** Says of what --supply is too little for that it is, in REGEN. */
export function withinSupply<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (!isRegenError(error, 'BACKING_EXCEEDS_SUPPLY')) throw error
    const { context } = error
    const option = OPTION_OF[context.what]
    if (option === undefined) throw error
    const [backing, whole] = [uregen(context.backing), uregen(context.whole)]
    const problem = `${option} ${regen(backing)} is more than the supply of ${regen(whole)}.`
    throw new RegenError({ ...BACKING_EXCEEDS_SUPPLY, problem: () => problem }, context, { cause: error })
  }
}

const OPTION_OF: { readonly [what: string]: string } = {
  staking: '--staked',
  stability: '--committed',
  max: 'The larger of --staked and --committed:',
}

const needs = (option: string, other: string) => optionError(option, `it needs ${other} beside it`)
