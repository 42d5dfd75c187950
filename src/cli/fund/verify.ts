import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { parseReport } from '../../redistribution/parseReport.ts'
import { recompute } from '../../redistribution/recompute.ts'
import { reportIri } from '../../redistribution/reportIri.ts'
import { type Payment, verifySettlement } from '../../redistribution/verifySettlement.ts'
import { JSON_OPTION, listOption, type NamedCommand, textOption } from '../command.ts'
import { readJsonOrStdin } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { displayAmount } from '../render/amounts.ts'
import { table } from '../render/table.ts'
import { shorten } from '../render/text.ts'
import { readRound } from './readRound.ts'

export const verify: NamedCommand = {
  name: 'verify',
  summary: 'whether a round comes to its report, and whether what was paid is what it says, to the unit',
  description:
    'With --round, computes the round again and compares it with the report, byte by byte. With --proposal and --tx, reads what governance ' +
    'proposals paid when they ended, and what transactions paid, and compares it with the report. With --anchored, asks whether the report is ' +
    'anchored on chain, and who attests to it. Exit code 1 when anything differs.',
  arguments: [{ name: '[report]', summary: 'the report (JSON); "-" or nothing: standard input' }],
  options: [
    { flags: '--round <file>', summary: 'the round (JSON) to compute again; no node is asked for it' },
    {
      flags: '--ballots <path>',
      summary: 'its contributions or ballots: a CSV file, or a folder of signed ballots',
    },
    { flags: '--anchored', summary: 'whether the report is anchored, and who attests to it' },
    { flags: '--proposal <id>', summary: 'a governance proposal that settled it', repeatable: true },
    { flags: '--tx <hash>', summary: 'a transaction that settled it, such as of a group', repeatable: true },
    { flags: '--payer <address>', summary: 'who paid; default: the community pool' },
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund verify report.json --proposal 71 --proposal 72 --rpc https://regen-rpc.publicnode.com',
    'regen-fees fund verify report.json --round examples/fund/quadratic.json',
  ],
  async run(input, io) {
    const report = parseReport(await readJsonOrStdin(input.args[0], 'report', io))
    const [proposals, hashes] = [listOption(input, 'proposal').map(idOf), listOption(input, 'tx')]
    const [isPaid, isAnchored] = [proposals.length + hashes.length > 0, input.options['anchored'] === true]
    const recomputed =
      textOption(input, 'round') === undefined ? null : recompute(await readRound(input, io), report)
    if (!isPaid && !isAnchored && recomputed === null)
      throw optionError(
        'command line',
        'name what settled it, with --proposal or --tx; or --round, or --anchored',
      )
    const iri = reportIri(report)
    const read =
      isPaid || isAnchored
        ? await withNode(
            requireNodeUrls(input, io),
            connectionOptions(input),
            'Reading payments',
            io,
            async rpc => ({
              payments: await paymentsOf(rpc, proposals, hashes, io.signal),
              anchor: isAnchored ? await anchorOf(rpc, iri, io.signal) : null,
            }),
          )
        : null
    const paid = isPaid ? verifySettlement(read?.payments ?? [], report, textOption(input, 'payer')) : null
    const check = {
      verified:
        (paid?.verified ?? true) && (recomputed?.same ?? true) && (!isAnchored || read?.anchor?.time != null),
      lines: paid?.lines ?? [],
      paid: paid?.paid ?? null,
      others: paid?.others ?? [],
      iri,
      recomputed: recomputed && { same: recomputed.same, differs: recomputed.differs },
      anchor: read?.anchor ?? null,
    }
    const money = (amount: bigint) => displayAmount(amount, report.denom, [])
    return answerOf('settlement-check', check, {
      text: ({ lines, others, recomputed, anchor }, page) => [
        ...(recomputed === null
          ? []
          : [
              recomputed.same
                ? `The round comes to this report, byte by byte: ${iri}.`
                : `The round does NOT come to this report: ${recomputed.differs.join(', ')} differ.`,
            ]),
        ...(anchor === null
          ? []
          : [
              anchor.time === null
                ? `The report is NOT anchored: the chain does not know ${iri}.`
                : `Anchored ${anchor.time} as ${iri}; attested by ${anchor.attestors.join(', ') || 'nobody'}.`,
            ]),
        ...(paid === null
          ? []
          : [
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
            ]),
        ...(others.length > 0
          ? [`${others.length} payment(s) to others in the same blocks are not of this report.`]
          : []),
        ...(paid === null
          ? []
          : [
              paid.verified
                ? 'What was paid is what the report says, to the unit.'
                : 'What was paid is NOT what the report says.',
            ]),
      ],
      exitCode: check.verified ? 0 : 1,
    })
  },
}

const WIDE = 100

/** What the ends of proposals and what transactions paid; each block is read once. */
async function paymentsOf(
  rpc: Rpc,
  proposals: readonly bigint[],
  hashes: readonly string[],
  signal: AbortSignal,
): Promise<readonly Payment[]> {
  const { readProposalPayments, movementsIn } = await import('../../node/read/proposalPayments.ts')
  const { readTx } = await import('../../node/read/tx.ts')
  const found: Payment[] = []
  const blocks = new Set<bigint>()
  for (const id of proposals) {
    const paid = await readProposalPayments(rpc, id, signal)
    if (paid === null)
      throw optionError('--proposal', `proposal ${id} has not ended, or the node does not know its block`)
    // A proposal that failed paid nothing; what else its block paid is counted with the others.
    if (!blocks.has(paid.height)) found.push(...paid.movements)
    blocks.add(paid.height)
  }
  for (const hash of hashes) {
    const tx = await readTx(rpc, hash, signal)
    if (tx === null) throw optionError('--tx', `the node has no transaction ${hash.slice(0, 64)}`)
    if (tx.code === 0) found.push(...movementsIn(tx.events))
  }
  return found
}

async function anchorOf(rpc: Rpc, iri: string, signal: AbortSignal) {
  const { readAnchor, readAttestations } = await import('../../node/read/attestations.ts')
  const { readStatus } = await import('../../node/read/node.ts')
  const { height } = await readStatus(rpc)
  const ledger = { port: rpc, height, signal }
  const anchor = await readAnchor(ledger, iri)
  const attestations = anchor === null ? [] : ((await readAttestations(ledger, iri)) ?? [])
  return { time: anchor?.time ?? null, attestors: attestations.map(({ attestor }) => attestor) }
}

function idOf(text: string): bigint {
  if (/^[1-9]\d{0,18}$/.test(text)) return BigInt(text)
  throw optionError('--proposal', `expected the number of a proposal; got "${text.slice(0, 40)}"`)
}
