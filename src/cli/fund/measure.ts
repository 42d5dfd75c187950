import { decimalText } from '../../mechanisms/regen-value-redistribution/shares/bounds.ts'
import { canonicalHash } from '../../primitives/canonicalHash.ts'
import { measureActivity } from '../../redistribution/measureActivity.ts'
import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { periodOf } from '../options/periodOf.ts'
import { withNode } from '../options/withNode.ts'
import { table } from '../render/table.ts'
import { labelled } from '../render/text.ts'
import { shortDecimal } from './renderAllocation.ts'

export const measure: NamedCommand = {
  name: 'measure',
  summary: 'what the ledger itself says of a period: credits issued and retired, buyers, votes',
  description:
    'Reads what accounts did in a period and counts it, indicator by indicator, with its unit and where it is from. Credits of two classes are ' +
    'never added up, and nothing is scored: what the ledger does not say, attestors say.',
  arguments: [],
  options: [
    { flags: '--period <length>', summary: 'how far back: 7d, 48h or 90m; default: 7d' },
    { flags: '--class <id>', summary: 'only credits of this class, such as C01' },
    ...NODE_OPTIONS,
    JSON_OPTION,
  ],
  examples: ['regen-fees fund measure --period 30d --class C01 --rpc https://regen-rpc.publicnode.com'],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const seconds = periodOf(input)
    const classId = textOption(input, 'class')
    const { readStatus } = await import('../../node/read/node.ts')
    const { readActivityBetween } = await import('../../node/read/history.ts')
    const { readPeriodBlocks } = await import('../../network/period/periodBlocks.ts')
    const { formatTime, parseTime } = await import('../../primitives/time.ts')
    const measured = await withNode(urls, connectionOptions(input), 'Reading the period', io, async rpc => {
      const { height, time } = await readStatus(rpc)
      const chain = { port: rpc, height, signal: io.signal }
      const now = parseTime(time)
      const from = formatTime({ ...now, seconds: now.seconds - seconds })
      const { blocks, complete } = await readPeriodBlocks(chain, { from, to: time })
      const { activity, oddities } = await readActivityBetween(chain, blocks)
      const own = activity.filter(
        item => classId === undefined || !('classId' in item) || item.classId === classId,
      )
      return {
        from,
        to: time,
        height,
        complete,
        oddities: oddities.length,
        indicators: measureActivity(own, {
          query: `tx_search of blocks ${blocks.from} to ${blocks.to}`,
          height,
          hash: canonicalHash(own),
        }),
      }
    })
    return answerOf('measurement', measured, {
      text: ({ from, to, height, complete, oddities, indicators }, page) => [
        ...labelled([
          ['From', from],
          ['To', `${to}, height ${height}`],
          [
            'Known',
            complete ? 'all of it' : 'the node has thrown blocks of it away: what was in them is unknown',
          ],
          ...(oddities > 0 ? [['Uncounted', `${oddities} event(s) that cannot be read`] as const] : []),
        ]),
        table(
          ['indicator', { name: 'value', align: 'right' }, 'unit'],
          indicators.map(({ indicator, value, unit }) => [indicator, shortDecimal(decimalText(value)), unit]),
          page,
        ),
      ],
    })
  },
}
