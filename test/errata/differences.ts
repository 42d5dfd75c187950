import type { PolicyConfig } from '../../src/index.ts'
import { CONTRACT_DRAFT_FLIPS } from '../policy/flips/contractDrafts.ts'
import type { Flip } from '../policy/flips/flip.ts'
import { policiesOf } from '../policy/flips/flip.ts'
import { grouped } from './figures.ts'

/** The numbers of each example, by its knob: the draft's first, then that of the reading. Both are what the knob's flip comes to. */

const flipOf = (knob: string): Flip => {
  const flip = CONTRACT_DRAFT_FLIPS.find(flip => flip.knob === knob)
  if (flip === undefined) throw new Error(`no flip of ${knob}`)
  return flip
}

/** What a flip comes to with the knob turned, and by default. */
const both = <T>(knob: string, figure: (result: never) => T): readonly [T, T] => {
  const flip = flipOf(knob)
  const [reading, draft] = policiesOf(flip) as [PolicyConfig, PolicyConfig]
  return [figure(flip.of(draft) as never), figure(flip.of(reading) as never)]
}

const versus = (knob: string, figure: (result: never) => string, unit: string): string =>
  `${both(knob, figure).join(' against ')} ${unit}`

type Amounts = readonly (bigint | string)[]
const at = (index: number) => (amounts: Amounts) => grouped(amounts[index] as bigint)
const pair = ([a, b]: Amounts) => `${a} and ${b}`

/** The end of each example's sentence. */
export const RECOMPUTED_DIFFERENCES: { readonly [knob: string]: () => string } = {
  'm012.rateRounding': () => versus('m012.rateRounding', (mint: bigint) => grouped(mint), 'uregen'),
  'm013.valueRounding': () => versus('m013.valueRounding', at(0), 'uregen'),
  'm013.remainder': () => versus('m013.remainder', at(1), 'uregen'),
  'm014.scoreRounding': () => both('m014.scoreRounding', (score: string) => score).join(' against '),
  'm014.payRounding': () => versus('m014.payRounding', pair, 'uregen'),
  'm014.noScores': () => versus('m014.noScores', pair, 'uregen'),
  'm015.scoring': () => versus('m015.scoring', ([most = '']: readonly string[]) => grouped(most), 'points'),
  'm015.scoreRounding': () => both('m015.scoreRounding', ([score]: Amounts) => score).join(' against '),
  'm015.rewardDust': () => versus('m015.rewardDust', at(3), 'uregen left'),
  'm015.accrual': () => versus('m015.accrual', at(0), 'uregen'),
  'm015.clock': () => versus('m015.clock', at(0), 'uregen'),
}
