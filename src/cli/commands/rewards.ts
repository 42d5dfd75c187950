import type { PeriodReport } from '../../indexer/index.ts'
import { statedPricesOf } from '../../preview/input/referencePrices.ts'
import { toJson } from '../../primitives/canonical.ts'
import { floor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { PAID_RATE_OPTION, ratesOf } from '../input/priceOptions.ts'
import { readPolicy } from '../input/readInput.ts'
import { readStatedPrices, STATED_PRICES_OPTIONS } from '../input/readPriceSources.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { DB_OPTION, withStore } from '../options/withStore.ts'
import { regen } from '../render/amounts.ts'
import { bytesAsText } from '../render/bytesAsText.ts'
import { type Page, table } from '../render/table.ts'
import { counted, labelled } from '../render/text.ts'

export const rewards: Command = {
  description:
    'What M015 would pay for a period, from an index: who did what, scores, and rewards out of the community share of what M013 would have collected. ' +
    'Proposed, not in force. --report writes the canonical report, and --anchor the unsigned message that anchors its hash.',
  arguments: [],
  options: [
    DB_OPTION,
    {
      flags: '--period <week|from/to>',
      summary: '2026-W47, or 2026-11-16/2026-11-23; default: the last whole week (Monday to Monday, UTC)',
    },
    POLICY_OPTION,
    PAID_RATE_OPTION,
    ...STATED_PRICES_OPTIONS,
    { flags: '--report <file>', summary: 'write the canonical report of the period' },
    {
      flags: '--anchor <address>',
      summary: 'who anchors the report: --json then has the unsigned MsgAnchor of its hash',
    },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees rewards --period 2026-W47',
    'regen-fees rewards --period 2026-11-16/2026-11-23 --report week.json --anchor regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x --json',
  ],
  async run(input, io) {
    const policy = await readPolicy(input, io)
    const rates = ratesOf(input)
    const { anchorReport, lastWeek, parsePeriod, readNewestTime, readPeriodReport } = await import(
      '../../indexer/index.ts'
    )
    const asked = textOption(input, 'period')
    const report = await withStore(input, io, async store => {
      const period = asked === undefined ? lastWeek(await readNewestTime(store)) : parsePeriod(asked)
      const stated = statedPricesOf(await readStatedPrices(input, io, policy, period.to))
      return readPeriodReport(store, period, { policy, rates, stated })
    })
    const sender = textOption(input, 'anchor')
    const file = textOption(input, 'report')
    if (sender !== undefined && file === undefined)
      throw optionError('--anchor', 'name the file with --report too: a hash alone tells nobody anything')
    const anchored = sender === undefined ? null : anchorReport(report, sender)
    if (file !== undefined) {
      const { canonicalJson } = await import('../../primitives/canonical.ts')
      await io.writeFile(file, anchored?.text ?? canonicalJson(report))
    }
    return answerOf(
      'rewards',
      { report, anchored },
      {
        json: ({ report, anchored }) =>
          toJson({
            ...report,
            ...(anchored && { anchor: { iri: anchored.iri, message: bytesAsText(anchored.message) } }),
          }) as object,
        text: ({ report, anchored }, page) => [
          ...lines(report, policy.m012.countMintAsInflow, page),
          ...(anchored === null
            ? []
            : ['', `The report is ${anchored.iri}. Nothing is signed: --json prints the message.`]),
        ],
      },
    )
  },
}

function lines(
  { chainId, from, to, coverage, fees, rewards }: PeriodReport,
  countsMint: boolean,
  page: Page,
): readonly string[] {
  const { firstBlock, lastBlock, gaps } = coverage
  return [
    ...labelled([
      ['Chain', chainId],
      ['Period', `${from} to ${to}`],
      ['Blocks', firstBlock === null ? 'none' : `${firstBlock} to ${lastBlock}`],
      ['M013 would take', `${regen(fees.revenue)} from ${counted(fees.charged, 'act')}`],
      ['Community share', regen(rewards.inflow)],
      ['Activity pool', regen(rewards.activityPool)],
    ]),
    ...gaps.map(({ from, to }) => `No node had blocks ${from} to ${to}: what follows is a lower bound.`),
    ...(fees.unvalued + rewards.unvalued > 0
      ? [
          `${counted(fees.unvalued, 'charge')} and ${counted(rewards.unvalued, 'activity').replace('activitys', 'activities')} could not be valued: no price, or no --rate.`,
        ]
      : []),
    ...(countsMint ? ['What M012 mints is no part of it: an index knows no supply.'] : []),
    '',
    ...(rewards.participants.length === 0
      ? ['Nobody earned a score.']
      : [
          table(
            ['Account', { name: 'Score', align: 'right' }, { name: 'Reward', align: 'right' }],
            rewards.participants.map(({ address, score, reward }) => [
              address,
              regen(floor(score) as Uregen),
              regen(reward),
            ]),
            page,
          ),
        ]),
    'Proposed, not in force.',
  ]
}
