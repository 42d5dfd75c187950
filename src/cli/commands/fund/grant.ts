import { grantProgress } from '../../../mechanisms/regen-value-redistribution/grant.ts'
import { parseGrant } from '../../../mechanisms/regen-value-redistribution/grantJson.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { type Command, JSON_OPTION } from '../../command.ts'
import { readJsonOrStdin } from '../../io/readInput.ts'
import { displayAmount, readable, table } from '../../render/text.ts'

export const grant: Command = {
  name: 'grant',
  summary: 'what a grant has paid, returned and keeps open, milestone by milestone',
  description:
    'Runs the events of a grant through its states: proposed, funded, submitted, accepted, rejected or expired. Milestones are paid whole or not ' +
    'at all; the last one takes what the floors of the others leave.',
  arguments: [
    { name: '[file]', summary: 'the grant with its events (JSON); "-" or nothing: standard input' },
  ],
  options: [JSON_OPTION],
  examples: ['regen-fees fund grant examples/fund/grant.json', 'regen-fees fund grant grant.json --json'],
  async run({ args: [file], options }, io) {
    const own = parseGrant(await readJsonOrStdin(file, 'grant', io))
    const progress = grantProgress(own, own.events)
    if (options['json']) {
      io.out(
        JSON.stringify(
          toJson({ id: own.id, recipient: own.recipient, denom: own.denom, ...progress }),
          null,
          2,
        ),
      )
      return 0
    }
    const money = (amount: bigint) => displayAmount(amount, own.denom, [])
    const rows = progress.milestones.map(({ amount, state }, index) => [
      String(index),
      money(amount),
      state,
      own.milestones[index]?.deadline ?? '',
    ])
    io.out(
      readable(
        [
          `${own.id}: ${money(own.award)} to ${own.recipient}`,
          table(['milestone', 'amount', 'state', 'deadline'], rows, io.colors),
          `Paid        ${money(progress.paid)}`,
          `Returned    ${money(progress.returned)}`,
          `Open        ${money(progress.open)}`,
        ].join('\n'),
      ),
    )
    return 0
  },
}
