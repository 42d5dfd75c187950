import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import { sharesAt } from '../../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import { policyHash } from '../../policy/policy.ts'
import { ratio } from '../../primitives/ratio.ts'
import { parseRegen, uregen } from '../../primitives/uregen.ts'
import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { readPolicy } from '../io/readInput.ts'
import { percent, poolsText, regen } from '../render/amounts.ts'

/** Other words for the four types. */
const ALIASES: { readonly [word: string]: TxType } = {
  issuance: 'CreditIssuance',
  issue: 'CreditIssuance',
  transfer: 'CreditTransfer',
  send: 'CreditTransfer',
  retirement: 'CreditRetirement',
  retire: 'CreditRetirement',
  trade: 'MarketplaceTrade',
  purchase: 'MarketplaceTrade',
  buy: 'MarketplaceTrade',
}

export const quote: Command = {
  description:
    'Computes the fee that M013 would charge on a value, split over the four pools. Proposed, not in force.',
  arguments: [],
  options: [
    { flags: '--type <type>', summary: `${TX_TYPES.join(', ')}; or issuance, transfer, retirement, trade` },
    { flags: '--value <REGEN>', summary: 'the value of the transaction in REGEN, with at most 6 decimals' },
    POLICY_OPTION,
    {
      flags: '--revenue <REGEN>',
      summary: 'the fee revenue of the period before, which a dynamic burn share follows; default: 0',
    },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees quote --type CreditRetirement --value 1000',
    'regen-fees quote --type trade --value 58.64195 --json',
  ],
  async run(input, io) {
    const [type, amount] = [textOption(input, 'type'), textOption(input, 'value')]
    const missing = [
      ...(type === undefined ? [`name a type with --type: ${TX_TYPES.join(', ')}`] : []),
      ...(amount === undefined ? ['name a value in REGEN with --value, such as --value 1000'] : []),
    ]
    if (missing.length > 0) throw optionError('command line', ...missing)
    const txType = readType(type ?? '')
    const value = parseRegen(amount ?? '')
    const policy = await readPolicy(input, io)
    const revenue = parseRegen(textOption(input, 'revenue') ?? '0')
    const { rate, rateCapped } = computePart({ txType, value }, policy.m013)
    const [charged] = chargeTransaction([[{ txType, value: ratio(value) }]], policy.m013)
    const { atLeast: fee = uregen(0n), minFeeApplied = false } = charged ?? {}
    const pools = routeFee(fee, { ...policy.m013, shares: sharesAt(policy.m013, revenue) })
    const report = { status: 'proposed', txType, value, fee, rate, rateCapped, minFeeApplied, pools }
    return answerOf(
      'quote',
      { ...report, policyHash: policyHash(policy) },
      {
        text: (_, { ink }) => [
          ink.bold('Proposed, not in force: M013'),
          `${txType}  ${regen(fee)} on ${regen(value)} at ${percent(rate)}${minFeeApplied ? ', the minimum fee' : ''}`,
          poolsText(pools),
        ],
      },
    )
  },
}

function readType(text: string): TxType {
  const word = text.toLowerCase()
  const found =
    TX_TYPES.find(name => name.toLowerCase() === word) ??
    (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined)
  if (found !== undefined) return found
  throw optionError('--type', `expected ${TX_TYPES.join(', ')}; got ${text.slice(0, 80) || 'nothing'}`)
}
