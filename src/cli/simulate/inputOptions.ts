import { OUTCOMES, type Outcome, type OutcomeName } from '../../simulation/run/outcome.ts'
import { takesWhole } from '../../simulation/scenario/inputRanges.ts'
import type { Scenario } from '../../simulation/scenario/scenario.ts'
import type { InputCorrelation } from '../../simulation/study/questions/correlatedPoints.ts'
import type { Range, Ranges } from '../../simulation/study/questions/ranges.ts'
import type { Inputs, InputValues } from '../../simulation/study/questions/sweep.ts'
import { inputsOf } from '../../simulation/study/withInput.ts'
import { type CommandInput, type CommandOption, listOption, textOption } from '../command.ts'
import { nearest } from '../render/nearest.ts'
import { wrong } from './options.ts'

/** What is varied, and what is looked at, as it stands on the command line. */

export const OUTCOME: CommandOption = {
  flags: '--outcome <names>',
  summary: `what is looked at, separated by commas: ${Object.keys(OUTCOMES).join(', ')}`,
}

const USUAL: readonly OutcomeName[] = ['mean_income', 'least_validators', 'final_supply', 'burned']

/** The outcomes that were named, or the usual ones. */
export function outcomesOf(input: CommandInput): readonly OutcomeName[] {
  const text = textOption(input, 'outcome')
  return text === undefined ? USUAL : text.split(',').map(outcomeNamed)
}

function outcomeNamed(name: string): OutcomeName {
  if (Object.hasOwn(OUTCOMES, name)) return name as OutcomeName
  throw unknown('outcome', name, Object.keys(OUTCOMES), `they are ${Object.keys(OUTCOMES).join(', ')}`)
}

/** 'input=0,0.15,0.3', or 'input=0..0.3/7' for seven values at equal distances. */
export const valuesOf = (input: CommandInput, scenario: Scenario): InputValues =>
  Object.fromEntries(
    varied(input, scenario).map(([path, text]) => {
      const [range, count] = text.split('/')
      if (count === undefined) return [path, text.split(',').map(value => numberIn(value, path))]
      const { from, to } = rangeIn(range ?? '', path)
      if (!/^[1-9]\d{0,3}$/.test(count) || Number(count) < 2)
        throw wrong(`${path}: from..to/n takes n of 2 to 9999`)
      const steps = Number(count) - 1
      return [path, Array.from({ length: steps + 1 }, (_, k) => tidy(from + ((to - from) * k) / steps))]
    }),
  )

/** 'input=from..to' of every input. */
export const rangesOf = (input: CommandInput, scenario: Scenario): Ranges =>
  Object.fromEntries(varied(input, scenario).map(([path, text]) => [path, rangeIn(text, path)]))

/** 'input=from..to', once. */
export function rangeOf(input: CommandInput, scenario: Scenario): Range & { readonly path: string } {
  const [[path, range] = [], ...more] = Object.entries(rangesOf(input, scenario))
  if (path === undefined || range === undefined || more.length > 0)
    throw wrong('a goal is sought with one --vary <input=from..to>')
  return { path, ...range }
}

/** '--point a=1,b=2', one for each point. */
export const pointsOf = (input: CommandInput, scenario: Scenario): readonly Inputs[] =>
  listOption(input, 'point').map(text =>
    Object.fromEntries(
      text.split(',').map(pair => {
        const [path, value] = pairIn(pair, scenario)
        return [path, numberIn(value, path)]
      }),
    ),
  )

/** '--correlate a,b=0.6', one for each pair. */
export const correlationsOf = (input: CommandInput): readonly InputCorrelation[] =>
  listOption(input, 'correlate').map(text => {
    const [, a, b, r] = /^([^,=]+),([^,=]+)=([^,=]+)$/.exec(text) ?? []
    if (a === undefined || b === undefined || r === undefined)
      throw wrong(`--correlate is two inputs and a number, such as a,b=0.6, not "${text.slice(0, 80)}"`)
    const number = numberIn(r, '--correlate')
    if (number < -1 || number > 1) throw wrong('a correlation is between -1 and 1')
    return { a, b, r: number }
  })

const TESTS: { readonly [sign: string]: (a: number, b: number) => boolean } = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
}

/** '--meets "mean_income>=15000"'; with several, all of them. */
export function goalOf(input: CommandInput): (outcome: Outcome) => boolean {
  const tests = listOption(input, 'meets').map(text => {
    const [, name = '', sign = '', value = ''] = /^([a-z_]+)\s*(>=|<=|>|<|=)\s*(.+)$/.exec(text) ?? []
    const test = TESTS[sign]
    if (test === undefined)
      throw wrong(
        `a goal is an outcome, a sign and a number, such as "mean_income>=15000", not "${text.slice(0, 80)}"`,
      )
    const [outcome, number] = [outcomeNamed(name), numberIn(value, name)]
    return (of: Outcome) => test(of[outcome], number)
  })
  if (tests.length === 0) throw wrong('say what is to be met, such as --meets "mean_income>=15000"')
  return outcome => tests.every(test => test(outcome))
}

/** A share of 0 to 1. */
export function shareOf(input: CommandInput, name: string, otherwise: number): number {
  const text = textOption(input, name)
  const share = text === undefined ? otherwise : numberIn(text, `--${name}`)
  if (share > 0 && share <= 1) return share
  throw wrong(`--${name} is a share above 0, at most 1, such as 0.95`)
}

function varied(input: CommandInput, scenario: Scenario): readonly (readonly [string, string])[] {
  const pairs = listOption(input, 'vary').map(text => pairIn(text, scenario))
  const twice = pairs.find(([path], index) => pairs.findIndex(([other]) => other === path) < index)
  if (twice !== undefined) throw wrong(`${twice[0]} is varied twice`)
  return pairs
}

function pairIn(text: string, scenario: Scenario): readonly [string, string] {
  const end = text.indexOf('=')
  if (end < 1) throw wrong(`an input is varied as input=values, not "${text.slice(0, 80)}"`)
  const path = text.slice(0, end)
  const known = Object.keys(inputsOf(scenario))
  if (known.includes(path)) return [path, text.slice(end + 1)]
  throw unknown('input', path, known, '"regen-fees simulate inputs" lists them')
}

function unknown(what: string, name: string, known: readonly string[], otherwise: string) {
  const found =
    nearest(name, known) ?? known.find(path => path.toLowerCase().endsWith(`.${name.toLowerCase()}`))
  return wrong(
    `there is no ${what} "${name.slice(0, 80)}"; ${found === undefined ? otherwise : `did you mean ${found}?`}`,
  )
}

function rangeIn(text: string, path: string): Range {
  const [from, to, ...more] = text.split('..')
  if (from === undefined || to === undefined || more.length > 0)
    throw wrong(`${path} lies between two numbers, as from..to, not "${text.slice(0, 80)}"`)
  const range = { from: numberIn(from, path), to: numberIn(to, path) }
  return takesWhole(path) ? { ...range, whole: true } : range
}

/** Twelve digits: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12))

function numberIn(text: string, what: string): number {
  if (/^-?\d{1,18}(\.\d{1,12})?$/.test(text.trim())) return Number(text)
  throw wrong(`${what}: "${text.slice(0, 40)}" is not a number such as 0.15 or 250000`)
}
