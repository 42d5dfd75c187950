import type { WashReport } from '../../epoch/wash/washTrading.ts'
import type { RouteVerdict } from '../../mechanisms/m015-contribution-weighted-rewards/washTrading.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { formatRatio, type Ratio } from '../../primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { type Page, table } from './table.ts'

/** Wash trading as a person reads it: the honest mix, each route with its verdict, and what each mitigation would do. */
export function renderWash(
  { honest, breakEven: { k, honestRho, routes, sybilResistant }, mitigations }: WashReport,
  { m015 }: PolicyConfig,
  page: Page,
): readonly string[] {
  return [
    page.ink.bold('Proposed, not in force: M015, invariant 4, Sybil Resistance'),
    `k = ${decimals(k)} of every fee comes back; honest fees ${wholeRegen(honest.fees)} REGEN, honest score ${wholeRegen(honest.score)}, ` +
      `ρ_h ${honestRho === null ? 'none: nobody else has a score' : decimals(honestRho)}`,
    ...(m015.scoring === 'raw' ? [] : ['Looked at as if scores were raw; the policy normalises them.']),
    '',
    table(
      [
        'route',
        { name: 'ρ_w', align: 'right' },
        'k·ρ_h > ρ_w',
        { name: 'pays below (REGEN)', align: 'right' },
        { name: 'best volume', align: 'right' },
        { name: 'best profit', align: 'right' },
      ],
      routes.map(routeRow),
      page,
    ),
    sybilResistant
      ? 'No route pays: Sybil Resistance holds for this policy and this period.'
      : 'Some route pays: Sybil Resistance does not hold for this policy and this period.',
    '',
    table(
      ['mitigation', 'knob', 'setting', 'then'],
      mitigations.map(({ name, knob, setting, everyRouteLoses, breakEven }) => [
        name,
        knob ?? 'none yet',
        setting,
        everyRouteLoses ? 'every route loses' : stillPaying(breakEven.routes),
      ]),
      page,
    ),
  ]
}

function stillPaying(routes: readonly RouteVerdict[]): string {
  const paying = routes.filter(({ verdict }) => verdict !== 'loss')
  return paying.length === routes.length
    ? 'every route still pays'
    : `still pay: ${paying.map(({ name }) => name).join(', ')}`
}

const routeRow = ({ name, rho, verdict, breakEvenVolume, best }: RouteVerdict): readonly string[] => [
  name,
  rho === null ? '–' : decimals(rho, 4),
  verdict === 'loss' ? 'no: a loss' : verdict === 'profit' ? 'yes: a PROFIT' : 'yes: without end',
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
  const cut = (value.num * 10n ** BigInt(places)) / value.den
  return `${formatRegen((cut * 10n ** BigInt(6 - places)) as Uregen)}…`
}
