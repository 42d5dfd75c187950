import { certificatePayout, partsOfId } from '../../mechanisms/regen-value-redistribution/certificate.ts'
import { toHypercert } from '../../mechanisms/regen-value-redistribution/certificateClaim.ts'
import { parseCertificate } from '../../mechanisms/regen-value-redistribution/certificateJson.ts'
import { parseCoin } from '../../primitives/coin.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { readJsonOrStdin } from '../io/readInput.ts'
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
    'than the whole claim is funded.',
  arguments: [{ name: '[file]', summary: 'the certificate (JSON); "-" or nothing: standard input' }],
  options: [
    {
      flags: '--payout <coin>',
      summary: 'an amount to divide over the fractions by units, such as 100001uregen',
    },
    {
      flags: '--hypercert <image>',
      summary: 'print the claim as the metadata of a hypercert, with this image',
    },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund certificate examples/fund/certificate.json --payout 100001uregen',
    'regen-fees fund certificate examples/fund/certificate.json --json',
  ],
  async run(input, io) {
    const own = parseCertificate(await readJsonOrStdin(input.args[0], 'certificate', io))
    const image = textOption(input, 'hypercert')
    if (image !== undefined)
      return { form: 'hypercert', json: () => toHypercert(own.claim, image), text: null }
    const text = textOption(input, 'payout')
    const coin = text === undefined ? null : parseCoin(text)
    const payouts = coin === null ? [] : certificatePayout(coin.amount, own.certificate)
    return answerOf('certificate', { ...own, denom: coin?.denom ?? null, payouts }, { text: render })
  },
}

type Shown = ReturnType<typeof parseCertificate> & {
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
    `${claim.name}: ${certificate.units} units, ${formatRatio(certificate.funded)} of it funded`,
    table(['fraction', 'owner', 'units', '', ...(denom === null ? [] : ['gets'])], rows, page),
    `Claim  ${certificate.claimHash}`,
  ]
}
