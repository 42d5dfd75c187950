import { RegenError } from '../../primitives/errors.ts'
import { INDEX_RANGE } from '../../primitives/errorTable.ts'
import { DAY, formatSeconds, parseTime, WEEK } from '../../primitives/time.ts'
import { type Command, JSON_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { parseOption } from '../io/inputError.ts'
import { classOption } from '../options/filterOptions.ts'
import { DB_OPTION, withStore } from '../options/withStore.ts'
import { displayPrice } from '../render/amounts.ts'
import { table } from '../render/table.ts'

export const prices: Command = {
  description:
    'What credits were paid for, from an index: of each class and denom the average of the last seven days, weighted by quantity and without outliers, and ' +
    'the last trade. Prices in different denoms are not compared.',
  arguments: [],
  options: [
    DB_OPTION,
    { flags: '--class <id>', summary: 'only this class, such as C01' },
    { flags: '--at <time>', summary: 'as of a date or time; default: the newest block of the index' },
    JSON_OPTION,
  ],
  examples: ['regen-fees prices', 'regen-fees prices --class C01 --at 2026-11-23 --json'],
  async run(input, io) {
    const { readIndexedPrices } = await import('../../indexer/index.ts')
    const { readSpan, spanText } = await import('../../indexer/report/coverage.ts')
    const at = textOption(input, 'at')
    const classId = classOption(input)
    const report = await withStore(input, io, async store => {
      const span = await readSpan(store)
      const moment = at === undefined ? span.to : parseOption('--at', () => parseTime(at)).seconds
      if (moment > span.to || span.lacksBefore(moment))
        throw new RegenError(INDEX_RANGE, { wanted: formatSeconds(moment), indexed: spanText(span) })
      const found = await readIndexedPrices(store, moment)
      return {
        at: formatSeconds(moment),
        /** The index begins within the seven days: averages are of those since then only. */
        averagesSince: span.lacksBefore(moment - WEEK) ? formatSeconds(span.from) : null,
        prices: found.filter(price => classId === undefined || price.classId === classId),
      }
    })
    return answerOf('prices', report, {
      text: ({ at, averagesSince, prices }, page) => [
        ...(prices.length === 0
          ? [`No trade up to ${at} tells a price.`]
          : [
              `At ${at}, for a whole credit:`,
              table(
                [
                  'Class',
                  'Source',
                  { name: 'Price', align: 'right' },
                  { name: 'Trades', align: 'right' },
                  'Newest',
                  '',
                ],
                prices.map(({ classId, source, price, denom, samples, outliersDropped, age, stale }) => [
                  classId,
                  source === 'twap-7d' ? '7-day average' : 'last trade',
                  displayPrice(price, denom),
                  samples.toString(),
                  age === null ? '' : ageText(age),
                  [
                    ...(stale ? ['older than 7 days'] : []),
                    ...(outliersDropped > 0 ? [`${outliersDropped} outlier(s) left out`] : []),
                  ].join(', '),
                ]),
                page,
              ),
            ]),
        ...(prices.some(({ denom }) => denom !== 'uregen')
          ? [
              'Prices in other denoms are in their smallest unit: an index does not know how people write them; "regen-fees denoms" asks a node.',
            ]
          : []),
        ...(averagesSince === null
          ? []
          : [
              `The index begins at ${averagesSince}: an average is of the trades since then, not of seven days.`,
            ]),
      ],
    })
  },
}

const ageText = (seconds: bigint): string =>
  seconds < 3600n
    ? `${seconds / 60n} min ago`
    : seconds < 172_800n
      ? `${seconds / 3600n} h ago`
      : `${seconds / DAY} days ago`
