import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { diffPolicy } from '../../../policy/diffPolicy.ts'
import { DEFAULT_POLICY } from '../../../policy/generated/defaultPolicy.ts'
import { policyHash } from '../../../policy/policyHash.ts'
import type { ColumnName } from '../../../simulation/run/columns.ts'
import { grouped, outcomeText, runsText } from '../../../simulation/study/answers/outcomeText.ts'
import type { Judged } from '../../../simulation/study/answers/targets.ts'
import type { StudyResult } from '../../../simulation/study/study.ts'
import { earlyText, expectedText, judgedText, percent, riskText, SHOWN } from './renderStudy.ts'
import { CHART_SCRIPT, PAGE_STYLE } from './reportParts.ts'

/** The columns that are drawn, each with its title and what its values are divided by. */
const CHARTS: readonly {
  readonly name: ColumnName
  readonly title: string
  readonly unit: string
  readonly by: number
}[] = [
  { name: 'supply', title: 'Supply', unit: 'million REGEN', by: 1e12 },
  { name: 'validator_income', title: 'Income of a validator', unit: 'USD a year', by: 1 },
  { name: 'validators', title: 'Validators that are paid', unit: 'validators', by: 1 },
  { name: 'burned', title: 'Burned in a period', unit: 'thousand REGEN', by: 1e9 },
  { name: 'minted', title: 'Minted in a period', unit: 'thousand REGEN', by: 1e9 },
  { name: 'volume', title: 'Volume of a period', unit: 'thousand USD', by: 1e3 },
  { name: 'price', title: 'Price of REGEN', unit: 'USD', by: 1 },
  { name: 'activity_pool', title: 'Activity pool of a period', unit: 'thousand REGEN', by: 1e9 },
  { name: 'committed', title: 'In the stability tier', unit: 'million REGEN', by: 1e12 },
]

const uplot = (file: string): string => {
  const folder = dirname(createRequire(import.meta.url).resolve('uplot/package.json'))
  return readFileSync(join(folder, 'dist', file), 'utf8')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Each cell knows its heading, which stands before it where the window is too narrow for columns. */
const htmlTable = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><caption>${escaped(caption)}</caption><thead><tr>${head.map(cell => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell, index) => `<td data-head="${escaped(head[index + 1] ?? '')}">${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`

/** One page that opens without a network: tables, bands from P5 to P95, and every knob that differs. */
export function reportPage(study: StudyResult): string {
  const { plan, runs, endedEarly, criteria, failures, risk, expected, spreads, proof, proven, bands } = study
  const { scenario } = plan
  const changes = diffPolicy(DEFAULT_POLICY, scenario.policy).changes
  const drawn = CHARTS.filter(({ name }) =>
    bands[name].some(({ runs, least, most }) => runs > 0 && (least !== 0 || most !== 0)),
  )
  const data = drawn.map(({ name, title, unit, by }) => ({
    title,
    unit,
    bands: (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map(field =>
      bands[name].map(band => band[field] / by),
    ),
  }))
  const shown = spreads.filter(({ name, least, most }) => SHOWN.includes(name) && (least !== 0 || most !== 0))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${scenario.name}: simulation of M012 to M015`)}</title>
<style>${uplot('uPlot.min.css')}${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(scenario.title)}</h1>
<p>Proposed, not in force: M012 to M015 of the economic reboot of Regen Network. ${runsText(runs)} of ${scenario.periods} periods${runs < plan.runs ? ` (of ${plan.runs} planned: partial)` : ''}. ${escaped(scenario.source)}.</p>
${endedEarly === 0 ? '' : `<p>${earlyText(endedEarly)}: see violations.json.</p>\n`}${inShort(study)}
<h2>Policy</h2>
${
  changes.length === 0
    ? '<p>The readings of the specification, none changed.</p>'
    : `<ul>${changes.map(({ sentence }) => `<li>${escaped(sentence)}</li>`).join('')}</ul>`
}
${expected.length === 0 ? '' : `<h2>Expected and found</h2>${htmlTable('What was published of this scenario', ['verdict', 'published', 'found', 'why'], expected.map(expectedText))}`}
<h2>Targets</h2>
${htmlTable(
  'Criteria of success',
  ['verdict', 'criterion', 'threshold', 'found', 'target'],
  criteria.map(judged => judgedText(judged, true)),
)}
${htmlTable(
  'Ways to fail',
  ['verdict', 'failure', 'definition', 'found', 'target'],
  failures.map(judged => judgedText(judged, false)),
)}
<p>Risk score ${riskText(risk)}; it should be below 0.50.</p>
<h2>Outcomes over the runs</h2>
${htmlTable(
  'Median, and what 90 % of the runs lie between',
  ['outcome', 'median', '5 %', '95 %'],
  shown.map(({ name, p50, p5, p95 }) => [
    name.replaceAll('_', ' '),
    ...[p50, p5, p95].map(value => outcomeText(name, value)),
  ]),
)}
<h2>Over time</h2>
<p>The line is the median; half of the runs lie in the dark band, 90 % in the light one. Quantiles are within 0.05 %.</p>
${drawn
  .map(
    ({ title, unit, name }, index) =>
      `<section><h3 id="t${index}">${escaped(title)}</h3><div class="chart" id="c${index}" role="img" aria-labelledby="t${index} d${index}"></div><p id="d${index}">${escaped(inWords(study, name, unit))}</p></section>`,
  )
  .join('\n')}
<h2>Proof</h2>
<p>Over ${proof.periods} periods, in uregen: Σ before ${proof.before} + Σ minted ${proof.minted} − Σ burned ${proof.burned} ${proven ? '=' : '≠'} Σ after ${proof.after}.</p>
${scenario.notes.map(note => `<p>${escaped(note)}</p>`).join('\n')}
<p class="hashes">Plan ${plan.hash}<br>Scenario ${plan.scenarioHash}<br>Policy ${policyHash(scenario.policy)}<br>Seed ${escaped(scenario.seed)}</p>
</main>
<script>${uplot('uPlot.iife.min.js')}</script>
<script>const charts=${JSON.stringify(data)};${CHART_SCRIPT}</script>
</body>
</html>
`
}

/** Which targets are met and which are missed, in words. */
function inShort({ criteria, failures, expected, risk }: StudyResult): string {
  const missed = [
    ...criteria.filter(({ met }) => !met).map(judged => missedText(judged, 'at least')),
    ...failures.filter(({ met }) => !met).map(judged => missedText(judged, 'at most')),
  ]
  const count = (of: readonly { readonly met: boolean }[]) => of.filter(({ met }) => met).length
  const of = (verdict: string) => expected.filter(found => found.verdict === verdict).length
  const published =
    expected.length === 0
      ? ''
      : ` Of ${expected.length} published expectations ${of('as published')} are found, ${of('erratum')} are errata, ${of('differs')} differ${of('unknown') > 0 ? `, ${of('unknown')} are unknown` : ''}.`
  return `<h2>In short</h2>
<p>${count(criteria)} of ${criteria.length} criteria of success are met; ${count(failures)} of ${failures.length} ways to fail are rare enough. The risk score is ${riskText(risk)}, and should be below 0.50.${published}</p>
${missed.length === 0 ? '<p>No target is missed.</p>' : `<p>Missed:</p><ul>${missed.map(text => `<li>${escaped(text)}</li>`).join('')}</ul>`}`
}

const missedText = ({ name, what, probability, target }: Judged, bound: string): string =>
  `${name}: ${what}. ${probability.of === 0 ? 'Unknown, for no run came to its end' : `In ${percent(probability.share)} of the runs`}; wanted in ${bound} ${percent(target)}.`

/** A chart for those who do not see it. */
function inWords({ bands }: StudyResult, name: ColumnName, unit: string): string {
  const by = CHARTS.find(chart => chart.name === name)?.by ?? 1
  const of = bands[name]
  const text = (value: number) => grouped(Number((value / by).toPrecision(4)))
  const at = (period: number) => {
    const band = of[period]
    if (band === undefined) return ''
    if (band.runs === 0) return 'unknown'
    const [p5, p50, p95] = [band.p5, band.p50, band.p95].map(text)
    return p5 === p95 ? p50 : `${p50} (${p5} to ${p95})`
  }
  return `In ${unit}: ${at(0)} in the first period, ${at(Math.floor(of.length / 2))} half-way, ${at(of.length - 1)} in the last.`
}
