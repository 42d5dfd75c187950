import {
  type AllocationReport,
  reportHash,
  type TraceStep,
} from '../../mechanisms/regen-value-redistribution/allocationReport.ts'
import type { Round } from '../../mechanisms/regen-value-redistribution/round.ts'
import { plain } from '../../primitives/plain.ts'
import { displayAmount, table } from './text.ts'

const MOST_ROWS = 50
const BAR = 30

/** A round as a person reads it: who gets what, how it compares, what stays, and the equations that hold. */
export function renderAllocation(report: AllocationReport, round: Round, colors: boolean): string {
  const { allocations, denom, budget, allocated, dust, method, excluded } = report
  const largest = allocations.reduce((most, { amount }) => (amount > most ? amount : most), 0n)
  const sorted = [...allocations].sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
  const money = (amount: bigint) => displayAmount(amount, denom, [])
  const rows = sorted
    .slice(0, MOST_ROWS)
    .map(({ project, amount, weight, voices, given, note }) => [
      plain(project),
      money(amount),
      bar(amount, largest),
      String(voices),
      given === null ? shortDecimal(weight) : money(given),
      note ?? '',
    ])
  const last = method === 'quadratic' ? 'given' : method === 'retro-median' ? 'score' : 'share'
  return [
    `${round.title === undefined ? report.round : plain(round.title)}: ${money(budget)} by ${method}`,
    table(['project', 'gets', '', method === 'quadratic' ? 'givers' : 'voters', last, 'note'], rows, colors),
    ...(sorted.length > MOST_ROWS ? [`… and ${sorted.length - MOST_ROWS} more; --csv lists them all`] : []),
    ...excluded.map(({ project, reason }) => `Excluded    ${plain(project)}: ${reason}`),
    `Allocated   ${money(allocated)}`,
    `Stays       ${money(dust)}`,
    ...report.invariants.map(
      ({ name, left, relation, right }) => `Holds       ${name}: ${left} ${relation} ${right}`,
    ),
    `Policy      ${report.policyHash.slice(0, 16)}…`,
    `Report      ${reportHash(report)}`,
  ].join('\n')
}

/** A length in proportion to the largest amount, in eighths of a column; anything above 0 is seen. */
function bar(amount: bigint, largest: bigint): string {
  if (amount === 0n || largest === 0n) return ''
  const eighths = Number((amount * BigInt(BAR) * 8n) / largest)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? ''
  return '█'.repeat(Math.floor(eighths / 8)) + rest || '▏'
}

const shortDecimal = (text: string): string => text.replace(/(\.\d{6})\d+$/, '$1…')

/** Steps with their operands, one a line. */
export const renderTrace = (trace: readonly TraceStep[]): string =>
  trace
    .map(
      ({ step, operands }) =>
        `${plain(step)}\n${Object.entries(operands)
          .map(([name, value]) => `    ${name} = ${value}`)
          .join('\n')}`,
    )
    .join('\n')
