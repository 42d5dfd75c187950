import { batchCertificate } from '../../mechanisms/regen-value-redistribution/impact/batchCertificate.ts'
import {
  type Certificate,
  certificatePayout,
  partsOfId,
} from '../../mechanisms/regen-value-redistribution/impact/certificate.ts'
import {
  type Claim,
  toHypercert,
} from '../../mechanisms/regen-value-redistribution/impact/certificateClaim.ts'
import { parseCertificate } from '../../mechanisms/regen-value-redistribution/impact/certificateJson.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { type CommandInput, type Io, JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { parseTypedCoin } from '../input/parseTypedCoin.ts'
import { readJsonOrStdin } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { displayAmount } from '../render/amounts.ts'
import { type Page, table } from '../render/table.ts'
import { shorten } from '../render/text.ts'

/** What whole addresses need. */
const WIDE = 100

export const certificate: NamedCommand = {
  name: 'certificate',
  summary: 'the fractions of an impact certificate, and what each gets of a payout',
  description:
    'Runs what was done with a certificate: split, merge, transfer, retire, fund. Units are conserved, a fraction is retired at most once, and no more ' +
    'than the whole claim is funded. With --batch, a credit batch of a node is read as one: tradable units are fractions, retired ones too, once.',
  arguments: [{ name: '[file]', summary: 'the certificate (JSON); "-" or nothing: standard input' }],
  options: [
    {
      flags: '--payout <coin>',
      summary: 'an amount to divide over the fractions by units, such as 100REGEN or 100001uregen',
    },
    { flags: '--batch <denom>', summary: 'a credit batch of a node instead of a file' },
    {
      flags: '--hypercert <image>',
      summary: 'print the claim as the metadata of a hypercert, with this image',
    },
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund certificate examples/fund/certificate.json --payout 100001uregen',
    'regen-fees fund certificate --batch C01-001-20150101-20151231-001 --rpc https://regen-rpc.publicnode.com',
  ],
  async run(input, io) {
    const batch = textOption(input, 'batch')
    const own: Own =
      batch === undefined
        ? parseCertificate(
            await readJsonOrStdin(input.args[0], 'certificate', io, 'examples/fund/certificate.json'),
          )
        : { certificate: await readBatchCertificate(batch, input, io), claim: null }
    const image = textOption(input, 'hypercert')
    if (image !== undefined && own.claim === null)
      throw optionError(
        '--hypercert',
        'the claim of a credit batch is what its metadata names, and is not on chain',
      )
    if (image !== undefined && own.claim !== null)
      return { form: 'hypercert', json: () => toHypercert(own.claim as Claim, image), text: null }
    const text = textOption(input, 'payout')
    const coin = text === undefined ? null : parseTypedCoin(text, '--payout', 'unknown')
    const payouts = coin === null ? [] : certificatePayout(coin.amount, own.certificate)
    return answerOf('certificate', { ...own, denom: coin?.denom ?? null, payouts }, { text: render })
  },
}

type Own = { readonly certificate: Certificate; readonly claim: Claim | null }

/** A credit batch as a certificate, at the newest height of a node. */
async function readBatchCertificate(denom: string, input: CommandInput, io: Io): Promise<Certificate> {
  const { readBatch, readBatchSupply } = await import('../../node/read/batches.ts')
  const { readCreditBalancesByBatch } = await import('../../node/read/creditBalances.ts')
  const { readStatus } = await import('../../node/read/node.ts')
  return withNode(
    requireNodeUrls(input, io),
    connectionOptions(input),
    'Reading the batch',
    io,
    async rpc => {
      const { height } = await readStatus(rpc)
      const ledger = { port: rpc, height, signal: io.signal }
      const [batch, supply, balances] = await Promise.all([
        readBatch(ledger, denom),
        readBatchSupply(ledger, denom),
        readCreditBalancesByBatch(ledger, denom),
      ])
      if (batch === null || supply === null || balances === null)
        throw optionError('--batch', `the node knows no batch "${denom.slice(0, 80)}"`)
      return batchCertificate({
        denom,
        issuer: batch.issuer,
        metadata: batch.metadata,
        // What is for sale is still its seller’s.
        holdings: balances.map(({ account, tradable, escrowed, retired }) => ({
          owner: account,
          tradable: tradable + escrowed,
          retired,
        })),
        cancelled: supply.cancelled,
      })
    },
  )
}

type Shown = Own & {
  readonly denom: string | null
  readonly payouts: ReturnType<typeof certificatePayout>
}

function render({ certificate, claim, denom, payouts }: Shown, page: Page): readonly string[] {
  const paid = new Map(payouts.map(({ name, amount }) => [name, amount]))
  const rows = certificate.fractions.map(({ id, owner, units, retired }) => [
    partsOfId(id).fraction.toString(),
    page.width < WIDE ? shorten(owner) : owner,
    units.toString(),
    retired ? 'retired' : '',
    ...(denom === null ? [] : [displayAmount(paid.get(id.toString()) ?? 0n, denom, [])]),
  ])
  return [
    `${claim?.name ?? 'Credit batch'}: ${certificate.units} units, ${formatRatio(certificate.funded)} of it funded`,
    table(['fraction', 'owner', 'units', '', ...(denom === null ? [] : ['gets'])], rows, page),
    `Claim  ${certificate.claimHash}`,
  ]
}
