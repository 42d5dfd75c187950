import { CATALOG } from '../../../src/messages/catalog.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { bundledSnapshot } from '../chain/bundled.ts'
import type { Source } from '../chain/source.ts'
import { fieldsOf } from '../preview/fieldsOf.ts'
import type { FormType } from '../preview/formFields.ts'
import { type Read, readAndShow } from '../preview/readAndShow.ts'
import { answer, type Tools } from './call.ts'

const METHODS = {
  /** Reads what a reader gave, and previews it. */
  show: async ({ signal }: Tools, text: string, source: Source, prices: string): Promise<Read> =>
    readAndShow(text, source, prices, signal),
  /** The form of every message, and a ledger to choose from until another one is read. */
  forms: async (): Promise<{ readonly types: readonly FormType[]; readonly snapshot: LedgerSnapshot }> => ({
    types: CATALOG.map(type => ({ typeUrl: type.typeUrl, fields: fieldsOf(type) })),
    snapshot: bundledSnapshot(),
  }),
}

export type PreviewMethods = typeof METHODS

answer(METHODS)
