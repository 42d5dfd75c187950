import { allocateRound } from '../../../mechanisms/regen-value-redistribution/allocate.ts'
import { METHODS, type Round } from '../../../mechanisms/regen-value-redistribution/round.ts'
import { parseRoundPolicy } from '../../../mechanisms/regen-value-redistribution/roundPolicy.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { type Command, JSON_OPTION, listOption } from '../../command.ts'
import { displayAmount, readable, table } from '../../render/text.ts'
import { ROUND_OPTIONS, readRound } from './readRound.ts'

export const simulate: Command = {
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
      summary: 'knobs of the policy as name=value, separated by commas; or a method by its name',
      repeatable: true,
    },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund simulate --round examples/fund/quadratic.json --as variant=cocm --as variant=pairwise,pairwiseM=1000000',
    'regen-fees fund simulate --round examples/fund/retro-median.json --as quorum=3 --as style=sum',
  ],
  async run(input, io) {
    const round = await readRound(input, io)
    const columns = [
      { name: 'as it is', report: allocateRound(round) },
      ...listOption(input, 'as').map(changes => ({
        name: changes,
        report: allocateRound(changed(round, changes)),
      })),
    ]
    if (input.options['json']) {
      const results = columns.map(({ name, report: { policyHash, allocations, allocated, dust } }) => ({
        name,
        policyHash,
        allocated,
        dust,
        allocations: Object.fromEntries(allocations.map(({ project, amount }) => [project, amount])),
      }))
      io.out(JSON.stringify(toJson({ round: round.id, results }), null, 2))
      return 0
    }
    const money = (amount: bigint) => displayAmount(amount, round.denom, [])
    const rows = (columns[0]?.report.allocations ?? []).map(({ project }, index) => [
      project,
      ...columns.map(({ report }) => money(report.allocations[index]?.amount ?? 0n)),
    ])
    const dust = ['stays', ...columns.map(({ report }) => money(report.dust))]
    io.out(readable(table(['project', ...columns.map(({ name }) => name)], [...rows, dust], io.colors)))
    return 0
  },
}

/** A round with some knobs changed, or computed by another method. */
function changed(round: Round, changes: string): Round {
  const parts = changes.split(',').map(part => part.trim())
  const method = METHODS.find(known => parts.includes(known))
  const pairs = parts.filter(part => part !== method).map(part => part.split('='))
  const wrong = pairs.find(pair => pair.length !== 2)
  if (wrong !== undefined)
    throw new RegenError(INPUT_INVALID, {
      what: '--as',
      issues: `✖ expected name=value; got "${wrong.join('=').slice(0, 80)}"`,
    })
  const before = toJson(round.policy) as Record<string, unknown>
  const policy = parseRoundPolicy({
    ...before,
    ...Object.fromEntries(pairs.map(([name = '', value = '']) => [name, knobValue(value, before[name])])),
  })
  return { ...round, policy, method: method ?? round.method }
}

/** 'null' is none; a whole number stays one where the knob is one. */
const knobValue = (text: string, before: unknown): unknown =>
  text === 'null' ? null : typeof before === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text
