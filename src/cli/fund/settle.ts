import { toJson } from '../../primitives/canonical.ts'
import { type Coin, formatCoin } from '../../primitives/coin.ts'
import { parseReport } from '../../redistribution/parseReport.ts'
import { type SettlementBy, settle as settlementOf } from '../../redistribution/settle.ts'
import { type CommandInput, type Io, JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { parseTypedCoin } from '../input/parseTypedCoin.ts'
import { readJsonOrStdin, wholeOption } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { connectionOptions, NODE_OPTIONS, nodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { displayAmount } from '../render/amounts.ts'
import { bytesAsText } from '../render/bytesAsText.ts'
import { labelled } from '../render/text.ts'

export const settle: NamedCommand = {
  name: 'settle',
  summary: 'the unsigned proposals that pay a report, and the anchor of it',
  description:
    'Builds the transactions that pay a report: an anchor of its hash, and governance proposals of one payment from the community pool for each ' +
    'project, in parts. With --group, proposals of a group that pays from its own account. Nothing is signed: --json prints messages that ' +
    'regen-fees preview and every wallet take.',
  arguments: [
    { name: '[report]', summary: 'a report that --report wrote (JSON); "-" or nothing: standard input' },
  ],
  options: [
    { flags: '--proposer <address>', summary: 'who proposes, and anchors the report' },
    {
      flags: '--deposit <coin>',
      summary:
        'the deposit of each proposal, such as 2000REGEN; default: what the parameters of the node’s chain ask for',
    },
    {
      flags: '--max-recipients <N>',
      summary: 'payments in one proposal; default: as the policy of the round says',
    },
    { flags: '--title <text>', summary: 'the title of the proposals' },
    { flags: '--group <address>', summary: 'the policy of an x/group that pays from its own account' },
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund settle report.json --proposer regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x --deposit 2000000000uregen',
    'regen-fees fund settle report.json --proposer regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x --rpc https://regen-rpc.publicnode.com --json',
  ],
  async run(input, io) {
    const report = parseReport(await readJsonOrStdin(input.args[0], 'report', io))
    const { maxRecipients } = wholeOption(input, 'max-recipients', 'maxRecipients')
    const title = textOption(input, 'title')
    const made = settlementOf(report, {
      by: await proposerOf(input, io),
      ...(maxRecipients !== undefined && { maxRecipients: Number(maxRecipients) }),
      ...(title !== undefined && { title }),
    })
    return answerOf('settlement', made, {
      json: ({ anchor, proposals, ...rest }) =>
        toJson(bytesAsText({ ...rest, messages: [anchor, ...proposals] })) as object,
      text: ({ iri, reportHash, proposals, payments, total }) => [
        ...labelled([
          ['Report', reportHash],
          ['Anchored as', iri],
          ['Pays', `${displayAmount(total.amount, total.denom, [])} to ${payments.length}`],
          ['Proposals', String(proposals.length)],
        ]),
        ...payments.map(
          ({ recipient, amount, proposal }) =>
            `- in ${proposal + 1}: ${displayAmount(amount, total.denom, [])} to ${recipient}`,
        ),
        'Nothing is signed. --json prints the messages.',
      ],
    })
  },
}

async function proposerOf(input: CommandInput, io: Io): Promise<SettlementBy> {
  const proposer = textOption(input, 'proposer')
  if (proposer === undefined) throw optionError('command line', '--proposer is required')
  const group = textOption(input, 'group')
  if (group !== undefined) return { kind: 'group', policyAddress: group, proposers: [proposer] }
  return { kind: 'gov', proposer, deposit: await depositOf(input, io) }
}

async function depositOf(input: CommandInput, io: Io): Promise<readonly Coin[]> {
  const text = textOption(input, 'deposit')
  if (text !== undefined) return [parseTypedCoin(text, '--deposit', 'unknown')]
  const urls = nodeUrls(input, io)
  if (urls.length === 0)
    throw optionError(
      'command line',
      'name the deposit with --deposit, or a node with --rpc whose chain says it',
    )
  const { readGovParams } = await import('../../node/read/governance.ts')
  const { readStatus } = await import('../../node/read/node.ts')
  const { minDeposit } = await withNode(
    urls,
    connectionOptions(input),
    'Reading the deposit',
    io,
    async rpc => {
      const { height } = await readStatus(rpc)
      return readGovParams({ port: rpc, height, signal: io.signal })
    },
  )
  io.err(`The deposit is ${minDeposit.map(formatCoin).join(', ')}, as the chain asks for.`)
  return minDeposit
}
