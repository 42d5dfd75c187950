import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import { sharesAt } from '../../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { floor, formatRatio } from '../../primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../primitives/uregen.ts'
import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { readPolicy } from '../input/readInput.ts'
import { type QuotedValue, readQuotedValue, VALUE_OPTIONS } from '../input/readQuotedValue.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { displayPrice, percent, poolsText, regen } from '../render/amounts.ts'
import { counted, daysOld } from '../render/text.ts'

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
    ...VALUE_OPTIONS,
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
    'regen-fees quote --type retirement --credits 40 --class C01 --price C01=25REGEN',
  ],
  async run(input, io) {
    const type = textOption(input, 'type')
    const named = ['value', 'credits', 'class'].some(name => textOption(input, name) !== undefined)
    const missing = [
      ...(type === undefined ? [`name a type with --type: ${TX_TYPES.join(', ')}`] : []),
      ...(named
        ? []
        : [
            'name a value in REGEN with --value, such as --value 1000; or --credits of a --class and their price',
          ]),
    ]
    if (missing.length > 0) throw optionError('command line', ...missing)
    const txType = parseType(type ?? '')
    const policy = await readPolicy(input, io)
    const quoted = await readQuotedValue(input, io, policy)
    const { value, credits } = quoted
    const revenue = parseOption('--revenue', () => parseRegen(textOption(input, 'revenue') ?? '0'))
    const { rate, rateCapped } = computePart({ txType, value: uregen(0n) }, policy.m013)
    const [charged] = chargeTransaction([[{ txType, value }]], policy.m013)
    const { fee = uregen(0n), atLeast = uregen(0n), minFeeApplied = false } = charged ?? {}
    const pools = routeFee(atLeast, { ...policy.m013, shares: sharesAt(policy.m013, revenue) })
    const report = {
      ...{
        status: 'proposed',
        txType,
        value: value && formatRatio(value),
        credits: creditsJson(credits),
        fee,
        atLeast,
      },
      ...{ rate, rateCapped, minFeeApplied, pools, policyHash: policyHash(policy) },
    }
    const due = fee === null ? `at least ${regen(atLeast)}` : regen(fee)
    const on = value === null ? 'a value that is not known' : regen(floor(value) as Uregen)
    return answerOf('quote', report, {
      text: (_, { ink }) => [
        ink.bold('Proposed, not in force: M013'),
        `${txType}  ${due} on ${on} at ${percent(rate)}${minFeeApplied ? ', the minimum fee' : ''}`,
        ...quotedLines(quoted),
        poolsText(pools, regen),
      ],
    })
  },
}

const creditsJson = (credits: QuotedValue['credits']) =>
  credits && { ...credits, amount: formatCredits(credits.amount) }

function parseType(text: string): TxType {
  const word = text.toLowerCase()
  const found =
    TX_TYPES.find(name => name.toLowerCase() === word) ??
    (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined)
  if (found !== undefined) return found
  throw optionError('--type', `expected ${TX_TYPES.join(', ')}; got ${text.slice(0, 80) || 'nothing'}`)
}

/** Where the price of the credits is from, and how old it is; nothing for a value that was typed. */
function quotedLines({ value, credits }: QuotedValue): readonly string[] {
  if (credits === null) return []
  const { classId, amount, price } = credits
  const what = `${formatCredits(amount)} ${classId}`
  if (price === null) return [`${what}: no price is stated, so its value is not known`]
  const { source, age, samples, stale, denom } = price
  const each = displayPrice(price.price, denom)
  return [
    `${what} at ${each} each: ${source}, ${daysOld(age)}, ${counted(samples, 'sample')}${stale ? ', stale' : ''}`,
    ...(value === null ? [`No rate of ${denom} to REGEN: name one with --rate`] : []),
  ]
}
