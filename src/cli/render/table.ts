import Table from 'cli-table3'
import type { Ink } from './ink.ts'
import { widthOf, wrap } from './text.ts'

/** What a text is written on: as wide as the terminal, with its colours. */
export type Page = { readonly width: number; readonly ink: Ink }

export type Column = { readonly name: string; readonly align?: 'right' }

/**
 * A table that is as wide as the page at most; the first row is the heading. Long cells go on in the next line, at a space or a hyphen: where not
 * even the longest words have room beside each other, the rows are written one under the other instead.
 */
export function table(
  head: readonly (string | Column)[],
  rows: readonly (readonly string[])[],
  { width, ink }: Page,
): string {
  const columns = head.map(column => (typeof column === 'string' ? { name: column } : column))
  const cells = columns.map(({ name }, index) => [name, ...rows.map(row => row[index] ?? '')])
  const widths = columnWidths(
    cells.map(column => widestOf(column, /\n/)),
    cells.map(column => widestOf(column, /[\n ]|(?<=-)/)),
    width - 3 * columns.length - 1,
  )
  if (widths === null) return records(columns, rows, { width, ink })
  const drawn = new Table({
    head: columns.map(({ name }, index) => {
      const lines = wrap(name, widths[index] ?? width).split('\n')
      return lines.map(ink.bold).join('\n')
    }),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [], compact: true },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  drawn.push(...rows.map(row => row.map((cell, index) => wrap(cell, widths[index] ?? width))))
  return drawn.toString()
}

/** The widest piece of a column's cells. */
const widestOf = (cells: readonly string[], separator: RegExp): number =>
  cells.reduce(
    (most, cell) => cell.split(separator).reduce((widest, piece) => Math.max(widest, widthOf(piece)), most),
    1,
  )

/** How wide each column is: as it is, or cut where the widest are cut alike, but not below its longest word. Null: no room for the words. */
function columnWidths(
  whole: readonly number[],
  words: readonly number[],
  room: number,
): readonly number[] | null {
  for (let most = Math.max(room, 1); most > 0; most--) {
    const widths = whole.map((width, index) => Math.max(Math.min(width, most), words[index] ?? 1))
    if (widths.reduce((sum, width) => sum + width, 0) <= room) return widths
  }
  return null
}

/** Each row as lines of a name and its cell; empty cells are left out. */
function records(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, ink }: Page,
): string {
  const label = columns.reduce((most, { name }) => Math.max(most, widthOf(name)), 0) + 2
  const lines = rows.map(row =>
    columns
      .flatMap(({ name }, index) => {
        const cell = row[index] ?? ''
        if (cell === '') return []
        const [first = '', ...more] = wrap(cell, Math.max(width - label, 1)).split('\n')
        const title = ink.bold(name) + ' '.repeat(label - widthOf(name))
        return [title + first, ...more.map(part => ' '.repeat(label) + part)]
      })
      .join('\n'),
  )
  return lines.join('\n\n')
}
