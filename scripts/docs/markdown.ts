/** A text as it stands in one cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

type Rows = readonly (readonly string[])[]

/** A table of texts. */
export const tableOf = (head: readonly string[], rows: Rows): string =>
  tableOfCells(
    head,
    rows.map(row => row.map(cell)),
  )

/** A table of what is Markdown already. */
export const tableOfCells = (head: readonly string[], rows: Rows): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

/** A page that `npm run docs` writes. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, 'This page is written by `npm run docs`.', ...parts].join('\n\n')}\n`
