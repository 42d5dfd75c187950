import { type Json, toJson } from '../../primitives/canonical.ts'
import type { Answer } from '../command.ts'
import type { Page } from '../render/table.ts'
import { oneLine } from './printable.ts'

/** How a report becomes an answer. */
type Forms<Report> = {
  /** Default: the report itself, with amounts as decimal text. */
  readonly json?: (report: Report) => object
  readonly text: (report: Report, page: Page) => readonly string[]
  readonly exitCode?: number
  readonly verbatim?: boolean
}

/** The answer that a report is. People's text is made from texts of one printable line each, so nothing in the data makes a line of its own. */
export const answerOf = <Report extends object>(
  form: string,
  report: Report,
  { json = asJson, text, exitCode = 0, verbatim = false }: Forms<Report>,
): Answer => ({
  form,
  json: () => json(report),
  text: page => text(oneLine(report), page),
  exitCode,
  verbatim,
})

const asJson = (report: object): object => toJson(report) as { readonly [name: string]: Json }
