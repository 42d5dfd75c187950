import { allocateRound } from '../../mechanisms/regen-value-redistribution/round/allocate.ts'
import { explainAllocation } from '../../mechanisms/regen-value-redistribution/round/explainAllocation.ts'
import { METHODS, type Round } from '../../mechanisms/regen-value-redistribution/round/round.ts'
import { parseRoundPolicy } from '../../mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { toJson } from '../../primitives/canonical.ts'
import { JSON_OPTION, listOption, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { displayAmount } from '../render/amounts.ts'
import { table } from '../render/table.ts'
import { ROUND_OPTIONS, readRound } from './readRound.ts'
import { renderTrace } from './renderAllocation.ts'
import { projectOf } from './roundCommand.ts'

export const simulate: NamedCommand = {
  name: 'simulate',
  summary: 'one round under several policies, side by side',
  description:
    'Computes a round as it is, and again with each change, and shows what every project would get: what would another variant, cap or quorum ' +
    'have changed?',
  arguments: [],
  options: [
    ...ROUND_OPTIONS,
    {
      flags: '--as <changes>',
      summary: 'knobs of the policy as name=value, separated by commas; or a method or a variant by its name',
      repeatable: true,
    },
    { flags: '--explain <project>', summary: 'where the amount of one project is from, under each policy' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund simulate --round examples/fund/quadratic.json --as variant=cocm --as variant=pairwise,pairwiseM=1000000',
    'regen-fees fund simulate --round examples/fund/retro-median.json --as quorum=3 --as style=sum',
  ],
  async run(input, io) {
    const round = await readRound(input, io)
    const columns = [
      { name: 'as it is', round, report: allocateRound(round) },
      ...listOption(input, 'as').map(changes => {
        const other = changed(round, changes)
        return { name: changes, round: other, report: allocateRound(other) }
      }),
    ]
    if (input.options['explain'] !== undefined) {
      const project = projectOf(input, round)
      const traces = columns.map(({ name, round, report }) => ({
        name,
        trace: explainAllocation(round, report, project),
      }))
      return answerOf(
        'simulated-traces',
        { project, traces },
        { text: ({ traces }) => traces.flatMap(({ name, trace }) => [`${name}:`, ...renderTrace(trace)]) },
      )
    }
    const results = columns.map(({ name, report: { policyHash, allocations, allocated, dust } }) => ({
      name,
      policyHash,
      allocated,
      dust,
      allocations: allocations.map(({ project, amount }) => ({ project, amount })),
    }))
    return answerOf(
      'simulated-rounds',
      { round: round.id, results },
      {
        text: ({ results }, page) => {
          const money = (amount: bigint) => displayAmount(amount, round.denom, [])
          const rows = (results[0]?.allocations ?? []).map(({ project }, index) => [
            project,
            ...results.map(({ allocations }) => money(allocations[index]?.amount ?? 0n)),
          ])
          const stays = ['stays', ...results.map(({ dust }) => money(dust))]
          const head = results.map(({ name }) => ({ name, align: 'right' as const }))
          return [table(['project', ...head], [...rows, stays], page)]
        },
      },
    )
  },
}

/** A round with some knobs changed, or computed by another method. */
function changed(round: Round, changes: string): Round {
  const parts = changes.split(',').map(part => part.trim())
  const method = METHODS.find(known => parts.includes(known))
  const pairs = parts
    .filter(part => part !== method)
    // A variant by its name alone, as a method: "cocm" is "variant=cocm".
    .map(part => (VARIANTS.includes(part) ? ['variant', part] : part.split('=')))
  const wrong = pairs.find(pair => pair.length !== 2)
  if (wrong !== undefined)
    throw optionError('--as', `expected name=value; got "${wrong.join('=').slice(0, 80)}"`)
  const before = toJson(round.policy) as Record<string, unknown>
  const policy = parseRoundPolicy({
    ...before,
    ...Object.fromEntries(pairs.map(([name = '', value = '']) => [name, knobValue(value, before[name])])),
  })
  return { ...round, policy, method: method ?? round.method }
}

const VARIANTS: readonly string[] = ['qf', 'clr', 'pairwise', 'cocm']

/** 'null' is none; a whole number stays one where the knob is one. */
const knobValue = (text: string, before: unknown): unknown =>
  text === 'null' ? null : typeof before === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text
