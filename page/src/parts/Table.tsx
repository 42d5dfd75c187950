/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

export type Column = { readonly name: string; readonly right?: boolean }

/** A row: its head, and one cell for each column after the first. */
export type Row = {
  readonly key: string
  readonly class?: string | undefined
  readonly head: ComponentChildren
  readonly cells: readonly ComponentChildren[]
}

/** A table of several columns. In a narrow window each row stands by itself, its cells below one another with the names of their columns. */
export function Table({
  label,
  columns,
  rows,
}: {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}) {
  const classOf = (index: number) => (columns[index]?.right ? 'right' : undefined)
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      <table class="grid stacks">
        <thead>
          <tr>
            {columns.map(({ name }, index) => (
              <th key={name} scope="col" class={classOf(index)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, class: name, head, cells }) => (
            <tr key={key} class={name}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={index} class={classOf(index + 1)} data-label={columns[index + 1]?.name}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A table of names and what they are. */
export function Lines({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly (readonly [name: ComponentChildren, value: ComponentChildren])[]
}) {
  return (
    <table class="lines">
      <caption class="visually-hidden">{label}</caption>
      <tbody>
        {rows.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
