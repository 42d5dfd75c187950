import type { WashReport, WashVerdict } from '../../epoch/wash/washReport.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { formatRatio, type Ratio } from '../../primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { cutDecimals } from './amounts.ts'
import { type Page, table } from './table.ts'

/** Wash trading as a person reads it: the honest mix, each route with its verdict, and what each mitigation would do. */
export function renderWash(
  { honest, breakEven: { k, honestRho, routes, freeScore, sybilResistant }, mitigations }: WashReport,
  { m015 }: PolicyConfig,
  page: Page,
): readonly string[] {
  return [
    page.ink.bold('Proposed, not in force: M015, invariant 4, Sybil Resistance'),
    `k = ${decimals(k)} of every fee comes back; honest fees ${wholeRegen(honest.fees)} REGEN, honest score ${wholeRegen(honest.score)}, ` +
      `ρ_h ${honestRho === null ? 'none: nobody else has a score' : decimals(honestRho)}`,
    ...(m015.scoring === 'raw'
      ? []
      : ['k, ρ_h and ρ_w are of raw scores; the policy normalises them, and the verdicts do.']),
    '',
    table(
      [
        'route',
        { name: 'ρ_w', align: 'right' },
        'does it pay?',
        { name: 'up to (REGEN)', align: 'right' },
        { name: 'best volume', align: 'right' },
        { name: 'best profit', align: 'right' },
      ],
      routes.map(routeRow),
      page,
    ),
    ...(freeScore ? ['A message of the least credited value owes nothing: any number of them is free.'] : []),
    sybilResistant === null
      ? 'No route is known to pay, and not all are known to lose.'
      : sybilResistant
        ? 'No route pays: Sybil Resistance holds for this policy and this period.'
        : 'Somebody can be paid for trading with oneself: Sybil Resistance does not hold for this policy and this period.',
    '',
    table(
      ['mitigation', 'knob', 'setting', 'then'],
      mitigations.map(({ name, knob, setting, everyRouteLoses, breakEven }) => [
        name,
        knob ?? 'none yet',
        setting,
        everyRouteLoses ? 'every route loses' : stillPaying(breakEven.routes, everyRouteLoses),
      ]),
      page,
    ),
  ]
}

function stillPaying(routes: readonly WashVerdict[], loses: boolean | null): string {
  const paying = routes.filter(({ verdict }) => verdict === 'profit' || verdict === 'unlimited')
  if (loses === null) return 'not known'
  return paying.length === routes.length
    ? 'every route still pays'
    : `still pay: ${paying.map(({ name }) => name).join(', ')}`
}

const ANSWERS: { readonly [verdict in WashVerdict['verdict']]: string } = {
  loss: 'no: a loss',
  profit: 'yes: a PROFIT',
  unlimited: 'yes: without end',
  unknown: 'not known',
}

const routeRow = ({ name, rho, verdict, breakEvenVolume, best }: WashVerdict): readonly string[] => [
  name,
  rho === null ? '–' : decimals(rho, 4),
  ANSWERS[verdict],
  breakEvenVolume === null ? '–' : wholeRegen(breakEvenVolume),
  best === null ? '–' : formatRegen(best.volume),
  best === null ? '–' : wholeRegen(best.profit),
]

/** An exact amount of uregen as REGEN, cut after six decimals. */
const wholeRegen = ({ num, den }: Ratio): string => formatRegen((num / den) as Uregen)

/** A fraction to read: exact when it is short, else its first decimals and '…'. */
function decimals(value: Ratio, places = 6): string {
  const text = formatRatio(value)
  if (!text.includes('/') && text.length <= places + 4) return text
  return cutDecimals(value, places)
}
