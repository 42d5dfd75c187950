import { grantProgress } from '../../mechanisms/regen-value-redistribution/grants/grant.ts'
import { parseGrant } from '../../mechanisms/regen-value-redistribution/grants/grantJson.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { readJsonOrStdin } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { displayAmount } from '../render/amounts.ts'
import { table } from '../render/table.ts'
import { labelled } from '../render/text.ts'

export const grant: NamedCommand = {
  name: 'grant',
  summary: 'what a grant has paid, returned and keeps open, milestone by milestone',
  description:
    'Runs the events of a grant through its states: proposed, funded, submitted, accepted, rejected or expired. Milestones are paid whole or not ' +
    'at all; the last one also gets what rounding down left of the others.',
  arguments: [
    { name: '[file]', summary: 'the grant with its events (JSON); "-" or nothing: standard input' },
  ],
  options: [JSON_OPTION],
  examples: ['regen-fees fund grant examples/fund/grant.json', 'regen-fees fund grant grant.json --json'],
  async run({ args: [file] }, io) {
    const own = parseGrant(await readJsonOrStdin(file, 'grant', io, 'examples/fund/grant.json'))
    const progress = grantProgress(own, own.events)
    const { id, recipient, denom, award } = own
    return answerOf(
      'grant',
      { id, recipient, denom, award, ...progress },
      {
        text: (report, page) => {
          const money = (amount: bigint) => displayAmount(amount, report.denom, [])
          const rows = report.milestones.map(({ amount, state }, index) => [
            String(index),
            money(amount),
            state,
            own.milestones[index]?.deadline ?? '',
          ])
          return [
            `${report.id}: ${money(report.award)} to ${report.recipient}`,
            table(['milestone', { name: 'amount', align: 'right' }, 'state', 'deadline'], rows, page),
            ...labelled([
              ['Paid', money(report.paid)],
              ['Returned', money(report.returned)],
              ['Open', money(report.open)],
            ]),
          ]
        },
      },
    )
  },
}
