import type { Network } from '../../network/index.ts'
import { compareRatios, formatRatio, type Ratio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { percent, regen } from '../render/amounts.ts'
import { sourceName } from '../render/sourceName.ts'
import { type Page, table } from '../render/table.ts'
import { labelled, shorten } from '../render/text.ts'

/** The bonded validators as M014 would look at them. */
export function validatorLines(
  {
    validators,
    size,
    byzantineTolerance,
    composition,
    missing,
    fund,
    fundFrom,
    source,
    inForce,
  }: Network['m014'],
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
          : `${countsText(composition) || 'nobody'}${missing === 'unknown' || countsText(missing) === '' ? '' : `; short of ${countsText(missing)}`}`,
      ],
      ['Fund', fundFrom === 'stated' ? `${regen(fund)}, as stated` : `${regen(fund)} of the period’s fees`],
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
        { name: 'power', align: 'right' },
        { name: 'uptime', align: 'right' },
        { name: 'voted', align: 'right' },
        { name: 'commission', align: 'right' },
        { name: 'score', align: 'right' },
        { name: 'would be paid', align: 'right' },
        '',
      ],
      [...validators]
        .sort((a, b) => compareRatios({ num: b.tokens, den: 1n }, { num: a.tokens, den: 1n }))
        .map(({ moniker, operator, power, metrics, commission, score, pay, belowMinUptime, jailed }) => [
          sanitize(moniker) || shorten(operator),
          percent(power),
          share(metrics['uptime']),
          share(metrics['governanceParticipation']),
          percent(commission),
          share(score),
          pay ? regen(pay.pay) : '',
          [belowMinUptime && 'below min_uptime', jailed && 'jailed'].filter(Boolean).join(', '),
        ]),
      page,
    ),
  ]
}

/** 'trusted_refi_partners 5', without those that are 0. */
const countsText = (counts: { readonly [category: string]: number }): string =>
  Object.entries(counts)
    .flatMap(([category, count]) => (count === 0 ? [] : [`${category} ${count}`]))
    .join(', ')

const MAX_PARTICIPANTS = 20

/** Who would earn what under M015. */
export function rewardLines(
  {
    inflow,
    governance,
    stability,
    activityPool,
    participants,
    tier,
    wash,
    unvalued,
    oddities,
    source,
    inForce,
  }: Network['m015'],
  page: Page,
) {
  const scored = participants.filter(({ score }) => score.num > 0n)
  const first = [...scored].sort((a, b) => compareRatios(b.score, a.score)).slice(0, MAX_PARTICIPANTS)
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
      ['Stability', tierText(tier)],
      ['Wash trading', washText(wash)],
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
    ...(scored.length > first.length ? [`and ${scored.length - first.length} more (--json)`] : []),
  ]
}

const tierText = ({ committed, annualReturn, cap }: Network['m015']['tier']): string =>
  `${committed === 'unknown' ? 'committed: the contract does not tell' : `${regen(committed)} committed`}, ${percent(annualReturn)} a year, at most ${regen(cap)} of the inflow`

/** Whether trading with oneself would have paid beside the period. */
function washText({ routes, freeScore, sybilResistant }: Network['m015']['wash']): string {
  const paying = routes.filter(({ verdict }) => verdict === 'profit' || verdict === 'unlimited')
  if (freeScore) return 'pays: a message of the least credited value owes nothing'
  if (sybilResistant === null) return 'no route is known to pay, and not all are known to lose'
  if (sybilResistant) return 'pays by no route beside this period'
  return `pays beside this period, by ${paying.map(({ name }) => name).join(', ')} (see regen-fees wash)`
}

const scoreText = (score: Ratio): string => {
  const text = formatRatio(score)
  return text.includes('/') ? `${score.num / score.den}` : text
}
