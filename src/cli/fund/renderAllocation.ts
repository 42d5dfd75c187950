import type {
  AllocationReport,
  SharedLimitResult,
  TraceStep,
} from '../../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { displayAmount } from '../render/amounts.ts'
import { type Page, table } from '../render/table.ts'
import { counted, labelled } from '../render/text.ts'

const MAX_ROWS = 50
const MAX_NAMES = 5
const BAR = 16

/** A round as a person reads it: who gets what, how it compares, what stays, and the equations that hold. */
export function renderAllocation(
  report: AllocationReport,
  { hash, title }: { readonly hash: string; readonly title: string | undefined },
  page: Page,
): readonly string[] {
  const { allocations, denom, budget, allocated, dust, method, excluded } = report
  const largest = allocations.reduce((most, { amount }) => (amount > most ? amount : most), 0n)
  const sorted = [...allocations].sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
  const money = (amount: bigint) => displayAmount(amount, denom, [])
  const hasNotes = allocations.some(({ note }) => note !== null)
  const rows = sorted
    .slice(0, MAX_ROWS)
    .map(({ project, amount, weight, voices, given, note }) => [
      project,
      money(amount),
      bar(amount, largest),
      String(voices),
      given === null ? shortDecimal(weight) : money(given),
      ...(hasNotes ? [note ?? ''] : []),
    ])
  const last = { quadratic: 'given', 'retro-median': 'score', 'retro-metrics': 'share' }[method]
  const voices = method === 'quadratic' ? 'givers' : 'voters'
  const right = (name: string) => ({ name, align: 'right' as const })
  return [
    page.ink.bold(`${title ?? report.round}: ${money(budget)} by ${method}`),
    table(
      ['project', right('gets'), '', right(voices), right(last), ...(hasNotes ? ['note'] : [])],
      rows,
      page,
    ),
    ...(sorted.length > MAX_ROWS ? [`… and ${sorted.length - MAX_ROWS} more; --csv lists them all`] : []),
    ...labelled([
      ...excluded.map(({ project, reason }) => ['Excluded', `${project}: ${reason}`] as const),
      ['Allocated', money(allocated)],
      ['Stays', money(dust)],
      ...limitLines(report.sharedLimits ?? [], money),
      ...report.invariants.map(
        ({ name, left, relation, right }) => ['Holds', `${name}: ${left} ${relation} ${right}`] as const,
      ),
      ['Policy', `${report.policyHash.slice(0, 16)}…`],
      ['Report', hash],
    ]),
  ]
}

/** The shared limits that bind, with what their projects get of them; how many others there are. */
function limitLines(
  limits: readonly SharedLimitResult[],
  money: (amount: bigint) => string,
): readonly (readonly [string, string])[] {
  const binding = limits.filter(({ binds }) => binds)
  const rest = limits.length - binding.length
  return [
    ...binding.slice(0, MAX_ROWS).map(({ name, projects, most, allocated }) => {
      const shown = `${projects.slice(0, MAX_NAMES).map(sanitize).join(', ')}${projects.length > MAX_NAMES ? ', …' : ''}`
      return [
        'Limit binds',
        `${sanitize(name)}: ${shown} together get ${money(allocated)} of at most ${money(most)}`,
      ] as const
    }),
    ...(binding.length > MAX_ROWS ? [['Limit binds', `${binding.length - MAX_ROWS} more`] as const] : []),
    ...(rest > 0
      ? [['Limits', `${counted(rest, 'shared limit')} that ${rest === 1 ? 'does' : 'do'} not bind`] as const]
      : []),
  ]
}

/** A length in proportion to the largest amount, in eighths of a column; anything above 0 is seen. */
function bar(amount: bigint, largest: bigint): string {
  if (amount === 0n || largest === 0n) return ''
  const eighths = Number((amount * BigInt(BAR) * 8n) / largest)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? ''
  return '█'.repeat(Math.floor(eighths / 8)) + rest || '▏'
}

/** A decimal cut after six places, and marked where it was cut. */
export const shortDecimal = (text: string): string => text.replace(/(\.\d{6})\d+$/, '$1…')

/** The operands that are amounts; all others are counts, names, shares, roots and weights. */
const AMOUNTS: ReadonlySet<string> = new Set([
  ...['c', 'Σc', 'given', 'amounts', 'minimum', 'budget', 'shared', 'at most', 'together', 'dust', 'amount'],
])

/** Steps, each with its operands, one on each line; amounts in smallest units, as the formulas take them, and in whole ones. */
export function renderTrace(trace: readonly TraceStep[]): readonly string[] {
  const denom = sanitize(trace.at(-1)?.operands['denom'] ?? '')
  return [
    `Formulas count amounts in ${denom}: roots and weights are of such numbers.`,
    ...trace.flatMap(({ step, operands }) => [
      step,
      ...Object.entries(operands)
        .filter(([name]) => name !== 'denom')
        .map(([name, value]) => `    ${name} = ${AMOUNTS.has(name) ? bothUnits(value, denom) : value}`),
    ]),
  ]
}

/** '1500000 uregen (1.5 REGEN)', of each amount of a list; a metric may have such a name, and its weight is no whole number. */
const bothUnits = (list: string, denom: string): string =>
  list
    .split(', ')
    .map(text => {
      if (!/^\d+$/.test(text)) return text
      const whole = displayAmount(BigInt(text), denom, [])
      return whole === `${text} ${denom}` ? whole : `${text} ${denom} (${whole})`
    })
    .join(', ')
