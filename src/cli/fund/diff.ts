import { diffRound } from '../../mechanisms/regen-value-redistribution/round/diffRound.ts'
import { parseRound } from '../../mechanisms/regen-value-redistribution/round/round.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { table } from '../render/table.ts'

export const diff: NamedCommand = {
  name: 'diff',
  summary: 'what changes from one round to the next: budget, projects, dates and every knob of the policy',
  description:
    'Compares two rounds. Contributions and ballots are not compared one by one, only how many there are.',
  arguments: [
    { name: '<before>', summary: 'a round (JSON)' },
    { name: '<after>', summary: 'the next one' },
  ],
  options: [JSON_OPTION],
  examples: ['regen-fees fund diff examples/fund/quadratic.json examples/fund/public-goods.json'],
  async run({ args: [before, after] }, io) {
    if (before === undefined || after === undefined) throw optionError('command line', 'name two rounds')
    const [first, second] = [parseRound(await readJson(before, io)), parseRound(await readJson(after, io))]
    return answerOf(
      'round-diff',
      { before: first.id, after: second.id, changes: diffRound(first, second) },
      {
        text: ({ changes }, page) =>
          changes.length === 0
            ? ['Nothing changes.']
            : [
                table(
                  ['what', 'before', 'after', 'what else there is'],
                  changes.map(({ field, before, after, alternatives }) => [
                    field,
                    textOf(before),
                    textOf(after),
                    alternatives ?? '',
                  ]),
                  page,
                ),
              ],
      },
    )
  },
}

const MOST = 60

/** A value on one line; what is long is cut, and whole in --json. */
function textOf(value: unknown): string {
  const text = value === null ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`
}
