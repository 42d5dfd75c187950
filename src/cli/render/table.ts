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
  const wrapped = [columns.map(({ name }) => name), ...rows].map(row =>
    widths.map((room, column) => wrap(row[column] ?? '', room).split('\n')),
  )
  // What is broken into lines may need less room than it was given.
  const rooms = widths.map((_, column) =>
    wrapped.reduce(
      (most, row) => (row[column] ?? []).reduce((widest, line) => Math.max(widest, widthOf(line)), most),
      1,
    ),
  )
  const lines = wrapped.flatMap((row, index) => {
    const height = Math.max(...row.map(cell => cell.length))
    return Array.from({ length: height }, (_, line) =>
      rooms.map((room, column) => {
        const text = row[column]?.[line] ?? ''
        const space = ' '.repeat(room - widthOf(text))
        const shown = index === 0 ? ink.bold(text) : text
        return columns[column]?.align === 'right' ? ` ${space}${shown} ` : ` ${shown}${space} `
      }),
    )
  })
  const border = (left: string, middle: string, right: string) =>
    left + rooms.map(room => '─'.repeat(room + 2)).join(middle) + right
  return [border('┌', '┬', '┐'), ...lines.map(cells => `│${cells.join('│')}│`), border('└', '┴', '┘')].join(
    '\n',
  )
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
