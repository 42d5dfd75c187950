/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from 'preact'

/** A column: its name, and what stands at its head where that is more than the name. */
export type Column = {
  readonly name: string
  readonly head?: ComponentChildren
  readonly right?: boolean
}

/** A row: its head, one cell for each column after the first, and what stands below them over all columns. */
export type Row = {
  readonly key: string
  readonly class?: string | undefined
  readonly head: ComponentChildren
  readonly cells: readonly ComponentChildren[]
  readonly more?: ComponentChildren
}

/** A table of several columns. In a narrow window each row stands by itself, its cells below one another with the names of their columns. */
export function Table({
  label,
  columns,
  rows,
  tight = false,
}: {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** For long amounts side by side. */
  readonly tight?: boolean
}) {
  const classOf = (index: number) => (columns[index]?.right ? 'right' : undefined)
  const hasMore = rows.some(({ more }) => more !== undefined)
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      <table class={`grid stacks${tight ? ' tight' : ''}${hasMore ? ' with-more' : ''}`}>
        <thead>
          <tr>
            {columns.map(({ name, head }, index) => (
              <th key={name} scope="col" class={classOf(index)}>
                {head ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, class: name, head, cells, more }) => (
            <Fragment key={key}>
              <tr class={name}>
                <th scope="row">{head}</th>
                {cells.map((cell, index) => (
                  <td key={index} class={classOf(index + 1)} data-label={columns[index + 1]?.name}>
                    {cell}
                  </td>
                ))}
              </tr>
              {more === undefined ? null : (
                <tr class="more-of-row">
                  <td colSpan={columns.length}>{more}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A name, what it is, and the class of the row where it has one. */
export type Line = readonly [name: ComponentChildren, value: ComponentChildren, rowClass?: string | undefined]

/** A table of names and what they are. */
export function Lines({ label, rows }: { readonly label: string; readonly rows: readonly Line[] }) {
  return (
    <table class="lines">
      <caption class="visually-hidden">{label}</caption>
      <tbody>
        {rows.map(([name, value, rowClass], index) => (
          <tr key={index} class={rowClass}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
