import type * as z from 'zod/mini'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { CONTRACT_MISSING, CONTRACT_UNKNOWN, RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { parseResponse } from '../../primitives/schemas.ts'
import { smartContractState } from '../endpoints/contracts.ts'
import type { NodeAt } from '../read/ask.ts'
import { query } from '../rpc/query.ts'

/** What a contract is asked: one variant of its queries, and its arguments. */
export type ContractQuery = { readonly [variant: string]: object }

/**
 * Asks a contract (x/wasm) at one height; the answer is JSON, checked by a schema. A chain without x/wasm is MODULE_MISSING, an address
 * without a contract CONTRACT_MISSING, a contract that does not know the query CONTRACT_UNKNOWN.
 */
export async function askContract<S extends z.ZodMiniType>(
  { port, height, signal }: NodeAt,
  address: string,
  asked: ContractQuery,
  schema: S,
): Promise<z.output<S>> {
  const request = { address, queryData: new TextEncoder().encode(JSON.stringify(asked)) }
  const name = `${Object.keys(asked)[0]} of ${address}`
  try {
    const { data } = await query(port, smartContractState, request, height, signal)
    return parseResponse(schema, name, parseJson(name, data))
  } catch (error) {
    throw explained(error, address, Object.keys(asked)[0] ?? '')
  }
}

/** The same, and null where the contract says that there is no such record. */
export async function askContractIfAny<S extends z.ZodMiniType>(
  ledger: NodeAt,
  address: string,
  asked: ContractQuery,
  schema: S,
): Promise<z.output<S> | null> {
  try {
    return await askContract(ledger, address, asked, schema)
  } catch (error) {
    if (isRegenError(error, 'QUERY_FAILED') && NO_RECORD.test(error.context.log)) return null
    throw error
  }
}

/** How contracts say that a record is not there: the storage library's words, or their own. */
const NO_RECORD = /^type: [\w:]+; key: \[|\bnot found: query wasm contract failed/

function parseJson(name: string, data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data))
  } catch (cause) {
    throw new RegenError(RESPONSE_INVALID, { query: name, issues: '✖ expected JSON' }, { cause })
  }
}

function explained(error: unknown, address: string, query: string): unknown {
  if (!isRegenError(error, 'QUERY_FAILED')) return error
  const { origin, log } = error.context
  if (log.includes('no such contract'))
    return new RegenError(CONTRACT_MISSING, { origin, address }, { cause: error })
  const [, knows] = /unknown variant `\w+`, expected (?:one of )?([`\w, ]+)/.exec(log) ?? []
  return knows === undefined
    ? error
    : new RegenError(
        CONTRACT_UNKNOWN,
        { address, query, knows: knows.replaceAll('`', '').trim(), form: otherForm(knows) },
        { cause: error },
      )
}

/**
 * Drafts of the mechanisms in a form that is not read, by a query that only they know. The working group has two of M014 and two of M015; those that pay
 * validators and that tell of distributions by period are read.
 */
const OTHER_FORMS: readonly { readonly query: string; readonly form: string }[] = [
  { query: 'validator_set', form: 'the draft of M014 in pull request 73' },
  { query: 'epoch_scores', form: 'the draft of M015 in pull request 72' },
]

/** Which other form a contract is, by the list of queries it knows; null for one that is none of them. */
const otherForm = (knows: string): string | null =>
  OTHER_FORMS.find(({ query }) => new RegExp(`\\b${query}\\b`).test(knows))?.form ?? null

/**
 * What a contract is asked at once. A query that it does not know tells more than an answer to another one that does not fit: that error comes first,
 * whichever is there sooner.
 */
export async function allOf<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<{ -readonly [index in keyof Asked]: Awaited<Asked[index]> }> {
  const settled = await Promise.allSettled(asked)
  const failures = settled.flatMap(each => (each.status === 'rejected' ? [each.reason as unknown] : []))
  const unknown = failures.find(failure => isRegenError(failure, 'CONTRACT_UNKNOWN'))
  if (failures.length > 0) throw unknown ?? failures[0]
  return settled.map(each => (each as PromiseFulfilledResult<unknown>).value) as {
    -readonly [index in keyof Asked]: Awaited<Asked[index]>
  }
}
