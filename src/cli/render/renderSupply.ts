import type { Projection } from '../../mechanisms/m012-fixed-cap-dynamic-supply/projectSupply.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { formatRegen, sumUregen, uregen } from '../../primitives/uregen.ts'
import { cutDecimals, regen } from './amounts.ts'
import { drawChart } from './chart.ts'
import type { Page } from './table.ts'

/** A projection as a person reads it: the rate, the supply drawn, where it ends, and where it tends to. */
export function renderSupply(projection: Projection, { ink, width }: Page): readonly string[] {
  const { supply, hardCap, capStatus, periods } = projection
  const minted = periods.map(record => record.minted)
  const burned = periods.map(record => record.burned)
  return [
    ink.bold('Proposed, not in force: M012'),
    `Supply ${regen(supply)}, ${capStatus} the cap of ${regen(hardCap)}`,
    `${rateEquation(projection)}: ` +
      `the first period mints ${regen(minted[0] ?? uregen(0n))} and burns ${regen(burned[0] ?? uregen(0n))}`,
    '',
    ...drawChart({
      values: [supply, ...periods.map(({ supplyAfter }) => supplyAfter)],
      mark: { name: 'cap', level: hardCap },
      label: value => formatRegen(uregen(value)),
      width,
    }),
    '',
    `After ${periods.length} periods: ${regen(periods.at(-1)?.supplyAfter ?? supply)}, ` +
      `with ${regen(sumUregen(...minted))} minted and ${regen(sumUregen(...burned))} burned`,
    ...outlook(projection),
  ]
}

/** r with the terms it is made of; a state of M014 says what K is. */
function rateEquation(projection: Projection): string {
  const { mintsFrom, baseRate, backing, ecologicalMultiplier, m014, rate } = projection
  const ecological =
    ecologicalMultiplier.num === ecologicalMultiplier.den
      ? ''
      : ` × ${cutDecimals(ecologicalMultiplier)} (ecological)`
  const state = m014 === 'INACTIVE' ? '' : ` with m014.state ${m014}`
  return `r = ${formatRatio(baseRate)} × (1 + ${formatRegen(backing)} / ${formatRegen(mintsFrom)})${ecological} = ${cutDecimals(rate)}${state}`
}

function outlook({ capStatus, periodsToCap, equilibriumSupply }: Projection): readonly string[] {
  const fall =
    periodsToCap === null
      ? 'never, as no burn lowers it'
      : `after ${periodsToCap} ${periodsToCap === 1n ? 'period' : 'periods'}`
  return [
    ...(capStatus === 'above' ? [`At the cap: ${fall}`] : []),
    equilibriumSupply === null
      ? 'Equilibrium: none at this rate and burn'
      : `Equilibrium, at the r of the first period: ${regen(equilibriumSupply)}`,
  ]
}
