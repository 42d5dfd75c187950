import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import { sharesAt } from '../../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import { policyHash } from '../../policy/policy.ts'
import { toJson } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { formatRatio, ratio } from '../../primitives/ratio.ts'
import { formatRegen, parseRegen, uregen } from '../../primitives/uregen.ts'
import { type Command, type CommandInput, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { readPolicy } from '../io/readInput.ts'

export const quote: Command = {
  name: 'quote',
  summary: 'the M013 fee of a value, and its four pools',
  description:
    'Computes the fee that M013 would charge on a value, split over the four pools. Proposed, not in force.',
  arguments: [],
  options: [
    { flags: '--type <type>', summary: TX_TYPES.join(', ') },
    { flags: '--value <REGEN>', summary: 'the value of the transaction in REGEN, with at most 6 decimals' },
    POLICY_OPTION,
    {
      flags: '--revenue <REGEN>',
      summary: 'the fee revenue of the period before, which a dynamic burn share follows; default: 0',
    },
    JSON_OPTION,
  ],
  examples: ['regen-fees quote --type CreditRetirement --value 1000'],
  async run(input, io) {
    const txType = readType(input)
    const value = parseRegen(textOption(input, 'value') ?? '')
    const policy = await readPolicy(input, io)
    const revenue = parseRegen(textOption(input, 'revenue') ?? '0')
    const { rate, rateCapped } = computePart({ txType, value }, policy.m013)
    const [charged] = chargeTransaction([[{ txType, value: ratio(value) }]], policy.m013)
    const { atLeast: amount = uregen(0n), minFeeApplied = false } = charged ?? {}
    const pools = routeFee(amount, { ...policy.m013, shares: sharesAt(policy.m013, revenue) })
    if (input.options['json']) {
      const result = {
        status: 'proposed',
        txType,
        value,
        fee: amount,
        rate,
        rateCapped,
        minFeeApplied,
        pools,
      }
      io.out(JSON.stringify(toJson({ ...result, policyHash: policyHash(policy) }), null, 2))
    } else
      io.out(
        [
          'Proposed, not in force: M013',
          `${txType}  ${formatRegen(amount)} REGEN  on ${formatRegen(value)} REGEN at ${formatRatio(rate)}${minFeeApplied ? '  (the minimum fee)' : ''}`,
          `burn ${formatRegen(pools.burn)} | validators ${formatRegen(pools.validator)} | community ${formatRegen(pools.community)} | agents ${formatRegen(pools.agent)}`,
        ].join('\n'),
      )
    return 0
  },
}

function readType(input: CommandInput): TxType {
  const type = textOption(input, 'type')
  const found = TX_TYPES.find(name => name === type)
  if (found !== undefined) return found
  throw new RegenError(INPUT_INVALID, {
    what: '--type',
    issues: `✖ expected ${TX_TYPES.join(', ')}; got ${type ?? 'nothing'}`,
  })
}
