import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { insteadSentence, missingExample } from '../../bundled/bundledFiles.ts'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNREADABLE, INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { Io } from '../command.ts'
import { unreadable } from '../io/unreadable.ts'

/** One row of a file, by the names of its first line. */
export type Row = { readonly line: number; readonly fields: { readonly [column: string]: string } }

/** The rows of a CSV file, one after the other: however large it is, only a piece of it is in memory. */
export async function* readRows(
  file: string,
  columns: readonly string[],
  { signal, err }: Pick<Io, 'signal' | 'err'>,
): AsyncGenerator<Row> {
  const { parse } = await import('csv-parse')
  const example = missingExample(file)
  if (example !== undefined) err(insteadSentence(file))
  const input: Readable =
    example === undefined ? createReadStream(file, { signal }) : Readable.from([example.bytes()])
  let hasHead = false
  const columnsOf = (head: readonly string[]) => {
    hasHead = true
    requireColumns(file, head, columns)
    return [...head]
  }
  const rows = parse({ bom: true, columns: columnsOf, info: true, skip_empty_lines: true, trim: true })
  input.on('error', error => rows.destroy(error))
  input.pipe(rows)
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: Record<string, string>
      info: { lines: number }
    }>)
      yield { line: info.lines, fields: record }
    if (!hasHead) requireColumns(file, [], columns)
  } catch (cause) {
    if (cause instanceof RegenError) throw cause
    if (cause instanceof Error && 'lines' in cause)
      throw new RegenError(FILE_UNREADABLE, { file, reason: cause.message }, { cause })
    throw unreadable(file, cause)
  } finally {
    input.destroy()
  }
}

function requireColumns(file: string, found: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter(column => !found.includes(column))
  if (missing.length > 0)
    throw new RegenError(INPUT_INVALID, {
      what: file,
      issues: `✖ its first line names no ${missing.join(', ')}; expected ${wanted.join(',')}`,
    })
}
