import type { Codec } from '../../wire/message.ts'
import type { LedgerState } from '../replay/state.ts'

/** Why a query fails, as ABCI says it. */
export type Refusal = { readonly code: number; readonly codespace: string; readonly log: string }

/** What a query is answered: the value's bytes, a refusal, or null: the recordings do not tell. */
type Derived = Uint8Array | Refusal | null

/** Answers a query from a state of the ledger. */
export type Answerer = (request: Uint8Array, state: LedgerState) => Derived

/** An answerer of decoded requests. What it leaves out of the response is at its default. */
export const answering =
  <Request, Response>(
    request: Codec<Request>,
    response: Codec<Response>,
    answer: (request: Request, state: LedgerState) => Partial<Response> | Refusal | null,
  ): Answerer =>
  (bytes, state) => {
    const answered = answer(request.decode(bytes), state)
    if (answered === null || isRefusal(answered)) return answered
    const empty = response.decode(new Uint8Array())
    return response.encode({ ...empty, ...answered }).finish()
  }

const isRefusal = (answer: object): answer is Refusal => 'code' in answer && 'log' in answer

/**
 * In the words of the ecocredit keepers: "could not get sell order with id 10: not found: not found: key not found".
 * Null for a malformed id, which they refuse in other words.
 */
export const notFound = (what: keyof typeof FORMS, id: string): Refusal | null =>
  FORMS[what].test(id)
    ? { code: 22, codespace: 'sdk', log: `could not get ${what} ${id}: not found: not found: key not found` }
    : null

const FORMS = {
  'class with id': /^[A-Z]{1,3}\d{2,}$/,
  'project with id': /^[A-Z]{1,3}\d{2,}-\d{3,}$/,
  'batch with denom': /^[A-Z]{1,3}\d{2,}-\d{3,}-\d{8}-\d{8}-\d{3,}$/,
  'sell order with id': /^\d+$/,
  'basket with denom': /^eco\.[a-zA-Z]{1,4}\.[a-zA-Z][a-zA-Z0-9]{2,7}$/,
  'credit type with abbreviation': /^[A-Z]{1,3}$/,
} as const
