import { parseReport } from '../../redistribution/parseReport.ts'
import { type Payment, verifySettlement } from '../../redistribution/verifySettlement.ts'
import { JSON_OPTION, listOption, type NamedCommand, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../io/nodeOptions.ts'
import { readJsonOrStdin } from '../io/readInput.ts'
import { withNode } from '../io/withNode.ts'
import { displayAmount } from '../render/amounts.ts'
import { table } from '../render/table.ts'
import { shorten } from '../render/text.ts'

export const verify: NamedCommand = {
  name: 'verify',
  summary: 'whether what was paid is what a report says, to the unit',
  description:
    'Reads what governance proposals paid when they ended, and what transactions paid, and compares it with a report. Exit code 1 when any ' +
    'recipient got another amount.',
  arguments: [{ name: '[report]', summary: 'the report (JSON); "-" or nothing: standard input' }],
  options: [
    { flags: '--proposal <id>', summary: 'a governance proposal that settled it', repeatable: true },
    { flags: '--tx <hash>', summary: 'a transaction that settled it, such as of a group', repeatable: true },
    { flags: '--payer <address>', summary: 'who paid; default: the community pool' },
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund verify report.json --proposal 71 --proposal 72 --rpc https://regen-rpc.publicnode.com',
    'regen-fees fund verify report.json --proposal 71 --json',
  ],
  async run(input, io) {
    const report = parseReport(await readJsonOrStdin(input.args[0], 'report', io))
    const [proposals, hashes] = [listOption(input, 'proposal').map(idOf), listOption(input, 'tx')]
    if (proposals.length + hashes.length === 0)
      throw optionError('command line', 'name what settled it, with --proposal or --tx')
    const { readProposalPayments, movementsIn } = await import('../../node/read/proposalPayments.ts')
    const { readTx } = await import('../../node/read/tx.ts')
    const payments = await withNode(
      requireNodeUrls(input, io),
      connectionOptions(input),
      'Reading payments',
      io,
      async rpc => {
        const found: Payment[] = []
        const blocks = new Set<bigint>()
        for (const id of proposals) {
          const paid = await readProposalPayments(rpc, id, io.signal)
          if (paid === null)
            throw optionError(
              '--proposal',
              `proposal ${id} has not ended, or the node does not know its block`,
            )
          // A proposal that failed paid nothing; what else its block paid is counted with the others.
          if (!blocks.has(paid.height)) found.push(...paid.movements)
          blocks.add(paid.height)
        }
        for (const hash of hashes) {
          const tx = await readTx(rpc, hash, io.signal)
          if (tx === null) throw optionError('--tx', `the node has no transaction ${hash.slice(0, 64)}`)
          if (tx.code === 0) found.push(...movementsIn(tx.events))
        }
        return found
      },
    )
    const check = verifySettlement(payments, report, textOption(input, 'payer'))
    const money = (amount: bigint) => displayAmount(amount, report.denom, [])
    return answerOf('settlement-check', check, {
      text: ({ verified, lines, others }, page) => [
        table(
          ['recipient', { name: 'due', align: 'right' }, { name: 'paid', align: 'right' }, ''],
          lines.map(({ recipient, due, paid }) => [
            page.width < WIDE ? shorten(recipient) : recipient,
            money(due),
            money(paid),
            due === paid ? 'equal' : 'differs',
          ]),
          page,
        ),
        ...(others.length > 0
          ? [`${others.length} payment(s) to others in the same blocks are not of this report.`]
          : []),
        verified
          ? 'What was paid is what the report says, to the unit.'
          : 'What was paid is NOT what the report says.',
      ],
      exitCode: check.verified ? 0 : 1,
    })
  },
}

const WIDE = 100

function idOf(text: string): bigint {
  if (/^[1-9]\d{0,18}$/.test(text)) return BigInt(text)
  throw optionError('--proposal', `expected the number of a proposal; got "${text.slice(0, 40)}"`)
}
