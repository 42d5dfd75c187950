import type { Network } from '../../network/index.ts'
import { plain } from '../../primitives/plain.ts'
import { compareRatios, formatRatio, type Ratio } from '../../primitives/ratio.ts'
import { percent, regen } from './amounts.ts'
import { sourceName } from './sourceName.ts'
import { type Page, table } from './table.ts'
import { labelled, shorten } from './text.ts'

/** The bonded validators as M014 would look at them. */
export function validatorLines(
  { validators, size, byzantineTolerance, composition, fund, source, inForce }: Network['m014'],
  page: Page,
) {
  const share = (value: Ratio | null | undefined) => (value ? percent(value) : 'not measured')
  return [
    ...labelled([
      [
        'Set',
        `${size.bonded} bonded; M014 asks for ${size.min} to ${size.max}${size.holds ? '' : ': not met'}. ${byzantineTolerance} may fail`,
      ],
      [
        'Composition',
        composition === 'unknown'
          ? 'unknown: categories are not on chain'
          : Object.entries(composition)
              .map(([category, count]) => `${category} ${count}`)
              .join(', '),
      ],
      ['Fund', `${regen(fund)} of the period’s fees`],
      ...(inForce
        ? [
            [
              sourceName(source),
              `${inForce.active} active, ${inForce.validators.length} known, fund ${regen(inForce.fund)}`,
            ] as const,
          ]
        : []),
    ]),
    table(
      [
        'validator',
        { name: 'uptime', align: 'right' },
        { name: 'voted', align: 'right' },
        { name: 'commission', align: 'right' },
        { name: 'would be paid', align: 'right' },
        '',
      ],
      [...validators]
        .sort((a, b) => compareRatios({ num: b.tokens, den: 1n }, { num: a.tokens, den: 1n }))
        .map(({ moniker, operator, metrics, commission, pay, belowMinUptime, jailed }) => [
          plain(moniker) || shorten(operator),
          share(metrics['uptime']),
          share(metrics['governanceParticipation']),
          percent(commission),
          pay ? regen(pay.pay) : '',
          [belowMinUptime && 'below min_uptime', jailed && 'jailed'].filter(Boolean).join(', '),
        ]),
      page,
    ),
  ]
}

const MOST_PARTICIPANTS = 20

/** Who would earn what under M015. */
export function rewardLines(
  {
    inflow,
    governance,
    stability,
    activityPool,
    participants,
    unvalued,
    oddities,
    source,
    inForce,
  }: Network['m015'],
  page: Page,
) {
  const first = [...participants].sort((a, b) => compareRatios(b.score, a.score)).slice(0, MOST_PARTICIPANTS)
  return [
    ...labelled([
      [
        'Inflow',
        `${regen(inflow)}: ${regen(governance)} for governance to direct, ${
          stability === 'unknown' ? 'an unknown part' : regen(stability)
        } for the stability tier, ${regen(activityPool)} for activity`,
      ],
      ...(inForce
        ? [
            [
              sourceName(source),
              `${inForce.phase}, period ${inForce.currentPeriod}${
                inForce.lastDistribution
                  ? `; last distributed ${regen(inForce.lastDistribution.activityPool)}`
                  : ''
              }`,
            ] as const,
          ]
        : []),
      ...(unvalued + oddities > 0
        ? [
            [
              'Left out',
              `${unvalued} acts without a price or a rate, ${oddities} events that do not fit`,
            ] as const,
          ]
        : []),
    ]),
    table(
      ['contributor', { name: 'score', align: 'right' }, { name: 'would earn', align: 'right' }],
      first.map(({ address, score, reward }) => [shorten(address), scoreText(score), regen(reward)]),
      page,
    ),
    ...(participants.length > first.length
      ? [`and ${participants.length - first.length} more (--json)`]
      : []),
  ]
}

const scoreText = (score: Ratio): string => {
  const text = formatRatio(score)
  return text.includes('/') ? `${score.num / score.den}` : text
}
