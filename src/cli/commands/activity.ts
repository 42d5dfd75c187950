import type { LedgerActivity } from '../../node/history/activity.ts'
import { toJson } from '../../primitives/canonical.ts'
import { type Credits, formatCredits } from '../../primitives/credits.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INDEX_RANGE } from '../../primitives/errorTable.ts'
import { formatSeconds, parseTime } from '../../primitives/time.ts'
import { type Command, type CommandInput, JSON_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { accountOption, classOption, requireInOrder } from '../options/filterOptions.ts'
import { DB_OPTION, withStore } from '../options/withStore.ts'
import { displayAmount } from '../render/amounts.ts'
import { table } from '../render/table.ts'
import { shorten } from '../render/text.ts'

const KINDS: readonly LedgerActivity['kind'][] = [
  'purchase',
  'retirement',
  'send',
  'issuance',
  'basket put',
  'basket take',
  'cancellation',
  'vote',
  'proposal',
]

export const activity: Command = {
  description:
    'Lists what accounts did, from an index that regen-fees index has written: the newest last. Each credit is in one line only.',
  arguments: [],
  options: [
    DB_OPTION,
    { flags: '--account <address>', summary: 'only what this account took part in' },
    { flags: '--class <id>', summary: 'only credits of this class, such as C01' },
    { flags: '--kind <name>', summary: `only one kind: ${KINDS.join(', ')}` },
    { flags: '--since <time>', summary: 'from a date or time on; default: the beginning of the index' },
    { flags: '--until <time>', summary: 'before a date or time; default: the end of the index' },
    { flags: '--most <N>', summary: 'no more than the N newest; default: 50' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees activity --class C01 --kind retirement',
    'regen-fees activity --account regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x --json',
  ],
  async run(input, io) {
    const { period, filter } = whatIsAsked(input)
    const { readIndexedActivity } = await import('../../indexer/index.ts')
    const { readSpan, spanText } = await import('../../indexer/report/coverage.ts')
    const { since, until } = period
    const report = await withStore(input, io, async store => {
      const span = await readSpan(store)
      if ((since !== null && since > span.to) || (until !== null && span.lacksBefore(until - 1n)))
        throw new RegenError(INDEX_RANGE, {
          wanted: `${since === null ? 'all' : formatSeconds(since)} to ${until === null ? 'now' : formatSeconds(until)}`,
          indexed: spanText(span),
        })
      return {
        indexed: { from: formatSeconds(span.from), to: formatSeconds(span.to) },
        lacks: [
          ...(span.lacksBefore(since ?? 0n)
            ? [`The index begins at ${formatSeconds(span.from)}: what was before is not in it.`]
            : []),
          ...(until !== null && until > span.to + 1n
            ? [`The index ends at ${formatSeconds(span.to)}: what came after is not in it.`]
            : []),
        ],
        activity: await readIndexedActivity(store, { from: since ?? 0n, to: until ?? END_OF_TIME }, filter),
      }
    })
    return answerOf('activity', report, {
      json: ({ indexed, activity }) => toJson({ indexed, activity }) as object,
      text: ({ lacks, activity }, page) => [
        ...(activity.length === 0
          ? ['Nothing of that kind is in the index.']
          : [
              table(
                ['Block', 'Time', 'Kind', 'Who', 'What'],
                activity.map(item => [
                  item.height.toString(),
                  formatSeconds(item.time),
                  item.kind,
                  whoOf(item),
                  whatOf(item),
                ]),
                page,
              ),
            ]),
        ...lacks,
      ],
    })
  },
}

/** After every block. */
const END_OF_TIME = 10n ** 15n

function whatIsAsked(input: CommandInput) {
  const time = (name: string) => {
    const text = textOption(input, name)
    return text === undefined ? null : parseOption(`--${name}`, () => parseTime(text)).seconds
  }
  const period = { since: time('since'), until: time('until') }
  // What happens at --until is not in it.
  requireInOrder(period.since, period.until === null ? null : period.until - 1n, '--since, --until')
  const kind = textOption(input, 'kind')
  const known = KINDS.find(name => name === kind)
  if (kind !== undefined && known === undefined)
    throw optionError('--kind', `expected one of ${KINDS.join(', ')}; got "${kind.slice(0, 40)}"`)
  const most = textOption(input, 'most') ?? '50'
  if (!/^[1-9]\d{0,5}$/.test(most))
    throw optionError('--most', `expected a whole number of 1 or more; got "${most.slice(0, 40)}"`)
  const account = accountOption(input)
  const classId = classOption(input)
  return {
    period,
    filter: {
      most: parseInt(most, 10),
      ...(known !== undefined && { kinds: [known] }),
      ...(account !== undefined && { account }),
      ...(classId !== undefined && { classId }),
    },
  }
}

const credits = (amount: Credits, batch: string): string => `${formatCredits(amount)} of ${batch}`

function whoOf(item: LedgerActivity): string {
  switch (item.kind) {
    case 'purchase':
      return `${shorten(item.buyer)} from ${shorten(item.seller)}`
    case 'send':
      return `${shorten(item.sender)} to ${shorten(item.recipient)}`
    case 'issuance':
      return shorten(item.recipient)
    case 'vote':
      return shorten(item.voter)
    case 'proposal':
      return shorten(item.proposer)
    default:
      return shorten(item.owner)
  }
}

function whatOf(item: LedgerActivity): string {
  switch (item.kind) {
    case 'purchase': {
      const { quantity, batchDenom, payment, denom, retirement } = item
      const paid = displayAmount(payment.atLeast, denom, [])
      return `${credits(quantity, batchDenom)} for ${paid}${retirement === null ? '' : ', retired'}`
    }
    case 'issuance':
      return credits((item.tradable + item.retired) as Credits, item.batchDenom)
    case 'vote':
      return `proposal ${item.proposalId}: ${item.options.map(({ option }) => option).join(', ')}`
    case 'proposal':
      return `proposal ${item.proposalId}`
    default:
      return credits(item.amount, item.batchDenom)
  }
}
