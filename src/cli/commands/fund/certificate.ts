import { certificatePayout, partsOfId } from '../../../mechanisms/regen-value-redistribution/certificate.ts'
import { toHypercert } from '../../../mechanisms/regen-value-redistribution/certificateClaim.ts'
import { parseCertificate } from '../../../mechanisms/regen-value-redistribution/certificateJson.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { parseCoin } from '../../../primitives/coin.ts'
import { formatRatio } from '../../../primitives/ratio.ts'
import { type Command, JSON_OPTION, textOption } from '../../command.ts'
import { readJsonOrStdin } from '../../io/readInput.ts'
import { displayAmount, readable, table } from '../../render/text.ts'

export const certificate: Command = {
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
    if (image !== undefined) {
      io.out(JSON.stringify(toHypercert(own.claim, image), null, 2))
      return 0
    }
    const text = textOption(input, 'payout')
    const coin = text === undefined ? null : parseCoin(text)
    const parts = coin === null ? [] : certificatePayout(coin.amount, own.certificate)
    if (input.options['json']) {
      io.out(JSON.stringify(toJson({ ...own, ...(coin && { denom: coin.denom, payouts: parts }) }), null, 2))
      return 0
    }
    const paid = new Map(parts.map(({ name, amount }) => [name, amount]))
    const rows = own.certificate.fractions.map(({ id, owner, units, retired }) => [
      partsOfId(id).fraction.toString(),
      owner,
      units.toString(),
      retired ? 'retired' : '',
      ...(coin ? [displayAmount(paid.get(id.toString()) ?? 0n, coin.denom, [])] : []),
    ])
    const head = ['fraction', 'owner', 'units', '', ...(coin ? ['gets'] : [])]
    io.out(
      readable(
        [
          `${own.claim.name}: ${own.certificate.units} units, ${formatRatio(own.certificate.funded)} of it funded`,
          table(head, rows, io.colors),
          `Claim       ${own.certificate.claimHash}`,
        ].join('\n'),
      ),
    )
    return 0
  },
}
