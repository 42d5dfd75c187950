import { txSimulate } from '../node/endpoints/cosmos.ts'
import { storedFeeParams } from '../node/endpoints/credits.ts'
import { FEE_ROUTER_PARAMS } from '../node/read/m013.ts'
import { PROPOSED_MODULES } from '../node/read/proposedModules.ts'
import type { Answerer, Refusal } from './answers/answer.ts'
import { BASKET_ANSWERS } from './answers/basket.ts'
import { accountAnswer, BANK_ANSWERS, feeParamsAnswer } from './answers/cosmos.ts'
import { ECOCREDIT_ANSWERS } from './answers/ecocredit.ts'
import { governanceAnswers } from './answers/governance.ts'
import { MARKETPLACE_ANSWERS } from './answers/marketplace.ts'
import { settingsAnswers } from './answers/settings.ts'
import { storeAnswer, subspaceAnswer } from './answers/store.ts'
import type { RecordedQuery, RecordedResponse, Recordings } from './recordings.ts'
import type { LedgerAt } from './replay/replay.ts'

/** Queries of what only governance changes, and never did: as recorded at one height, so at every other. */
const SETTINGS = new Set([
  '/regen.ecocredit.v1.Query/Params',
  '/regen.ecocredit.v1.Query/ClassFee',
  '/regen.ecocredit.v1.Query/ClassCreatorAllowlist',
  '/regen.ecocredit.v1.Query/AllowedClassCreators',
  '/regen.ecocredit.v1.Query/AllowedBridgeChains',
  '/regen.ecocredit.v1.Query/ProjectEnrollments',
  '/regen.ecocredit.basket.v1.Query/BasketFee',
  '/cosmos.staking.v1beta1.Query/Params',
  '/cosmos.slashing.v1beta1.Query/Params',
  '/cosmos.gov.v1.Query/Params',
  '/cosmos.distribution.v1beta1.Query/Params',
  '/cosmos.distribution.v1beta1.Query/CommunityPool',
  '/cosmos.mint.v1beta1.Query/Params',
  '/cosmos.base.node.v1beta1.Service/Config',
  storedFeeParams.path,
])

/** Modules that are only proposed: a v7 node knows none of them, and says so in the same words of each. */
const NO_MODULES: ReadonlySet<string> = new Set(Object.values(PROPOSED_MODULES))

/** Answers an abci_query at a height that is not in the future; or tells why it cannot. Bytes are base64. */
export type AbciAnswers = (
  path: string,
  request: string,
  height: bigint,
) => RecordedResponse | { readonly missing: string }

/**
 * In this order: what was recorded at that very height; what was refused whatever the height; what the replayed
 * ledger tells; settings; what was the same at the nearest recorded heights before and after.
 */
export function abciAnswers(recordings: Recordings, ledgerAt: LedgerAt): AbciAnswers {
  const answererOf = derivation(recordings)
  const recorded = recordedAnswers(recordings)

  return (path, request, height) => {
    const own = recorded.get(`${path} ${request}`)
    const all =
      own ?? (NO_MODULES.has(path) ? recorded.get(`${FEE_ROUTER_PARAMS} ${request}`) : undefined) ?? []
    const at = (response: RecordedResponse) => ({ ...response, height: String(height) })
    const exact = all.find(query => BigInt(query.height) === height)
    if (exact) return exact.response
    const always = all.find(({ response }) => response.code === 18 || response.height === '0')
    if (always) return always.response.height === '0' ? always.response : at(always.response)

    const answerer = answererOf(path, request)
    if (answerer) {
      const ledger = ledgerAt(height)
      if ('unknown' in ledger) return { missing: ledger.unknown }
      const derived = attempt(() => answerer(new Uint8Array(Buffer.from(request, 'base64')), ledger.state))
      if (derived !== null) return at(asResponse(path, request, derived))
    }
    const [first] = all
    if (first && SETTINGS.has(path) && all.every(query => sameAnswer(query, first))) return at(first.response)
    const before = all.filter(query => BigInt(query.height) <= height).at(-1)
    const after = all.find(query => BigInt(query.height) >= height)
    if (before && after && !answerer && sameAnswer(before, after)) return at(before.response)
    return { missing: `an answer to ${path} with request "${request}" at height ${height}` }
  }
}

/** By path and request, in the order of heights. What a transaction's record asked before it counts as well. */
function recordedAnswers({ queries, txs }: Recordings): ReadonlyMap<string, readonly RecordedQuery[]> {
  const path = '/cosmos.auth.v1beta1.Query/Account'
  const accounts = txs.map(({ before: { account } }) => ({
    path,
    ...account,
    height: account.response.height,
  }))
  const byQuestion = new Map<string, RecordedQuery[]>()
  for (const query of [...queries, ...accounts]) {
    // A height in the future is answered from the clock, a simulation from the transaction it simulates.
    if (query.response.code === 26 || query.path === txSimulate.path) continue
    const question = `${query.path} ${query.request}`
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), query])
  }
  for (const answers of byQuestion.values()) answers.sort((a, b) => Number(a.height) - Number(b.height))
  return byQuestion
}

const sameAnswer = (a: RecordedQuery, b: RecordedQuery): boolean =>
  a.response.code === b.response.code &&
  a.response.log === b.response.log &&
  a.response.value === b.response.value

function asResponse(path: string, request: string, derived: Uint8Array | Refusal): RecordedResponse {
  const response = { codespace: '', log: '', key: path === storedFeeParams.path ? request : null, height: '' }
  return derived instanceof Uint8Array
    ? { ...response, code: 0, value: Buffer.from(derived).toString('base64') }
    : { ...response, ...derived, value: null }
}

/** A request that does not decode is answered as it was recorded, or not at all. */
function attempt<Value>(derive: () => Value): Value | null {
  try {
    return derive()
  } catch {
    return null
  }
}

/** Finds how a query is answered from the replayed ledger; undefined for a query that is only replayed. */
export function derivation(recordings: Recordings): (path: string, request: string) => Answerer | undefined {
  const feeParamsKey = Buffer.from(storedFeeParams.encode({})).toString('base64')
  const byPath: { readonly [path: string]: Answerer | undefined } = {
    ...ECOCREDIT_ANSWERS,
    ...MARKETPLACE_ANSWERS,
    ...BASKET_ANSWERS,
    ...BANK_ANSWERS,
    ...settingsAnswers(recordings),
    ...governanceAnswers(recordings),
    '/cosmos.auth.v1beta1.Query/Account': accountAnswer,
    '/store/ecocredit/subspace': subspaceAnswer,
  }
  return (path, request) =>
    path === storedFeeParams.path
      ? request === feeParamsKey
        ? feeParamsAnswer
        : /^BwI[CFM]A/.test(request)
          ? storeAnswer
          : undefined
      : byPath[path]
}
