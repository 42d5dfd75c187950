/** A line of whole numbers to draw, and a level to mark when it lies in the picture. */
export type Chart = {
  readonly values: readonly bigint[]
  readonly mark: { readonly name: string; readonly level: bigint }
  readonly label: (value: bigint) => string
  /** In columns, the labels included. */
  readonly width: number
}

const ROWS = 10n
const MAX_POINTS = 60

/**
 * A line as text: ten rows, at most sixty points, the highest and the lowest value beside them. A longer line is
 * sampled, its first and last value always among the columns; one that never changes is a single row.
 */
export function drawChart({ values, mark, label, width: page }: Chart): readonly string[] {
  const longest = values.reduce(
    (most, value) => Math.max(most, label(value).length),
    `${mark.name} ${label(mark.level)}`.length,
  )
  const drawn = sample(values, Math.max(Math.min(MAX_POINTS, page - longest - 3), 10))
  const [lowest, highest] = [smallest(drawn), -smallest(drawn.map(value => -value))]
  const range = highest - lowest
  const rowOf = (value: bigint) =>
    range === 0n ? 0n : (2n * (highest - value) * (ROWS - 1n) + range) / (2n * range)
  const marked = lowest <= mark.level && mark.level <= highest ? rowOf(mark.level) : null
  const last = rowOf(lowest)
  const names = new Map([[last, label(lowest)] as const, [0n, label(highest)] as const])
  if (marked !== null) names.set(marked, `${mark.name} ${label(mark.level)}`)
  const width = Math.max(...[...names.values()].map(({ length }) => length))
  return Array.from({ length: Number(last) + 1 }, (_, index) => {
    const row = BigInt(index)
    const empty = row === marked ? '-' : ' '
    const points = drawn.map(value => (rowOf(value) === row ? '•' : empty)).join('')
    return `${(names.get(row) ?? '').padStart(width)} | ${points}`.trimEnd()
  })
}

const smallest = (values: readonly bigint[]): bigint =>
  values.reduce((least, value) => (value < least ? value : least))

function sample(values: readonly bigint[], points: number): readonly bigint[] {
  if (values.length <= points) return values
  const step = (values.length - 1) / (points - 1)
  return Array.from({ length: points }, (_, point) => values[Math.round(point * step)] ?? 0n)
}
