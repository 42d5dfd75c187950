import { type GasCost, pricesOffered, typicalCost } from '../../../src/cli/preview/gasCost.ts'
import { signersOf } from '../../../src/client/sign/signersOf.ts'
import type { Message } from '../../../src/messages/message.ts'
import type { FeePreview, PreviewInput } from '../../../src/preview/feePreview.ts'
import { previewFees } from '../../../src/preview/previewFees.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { addressProblem } from '../../../src/primitives/address.ts'
import type { Reconciliation } from '../../../src/reconcile/result.ts'
import {
  type CoinChange,
  type CreditChange,
  coinChanges,
  creditChanges,
} from '../../../src/wallet/balanceChanges.ts'
import type { Finding } from '../../../src/wallet/findings.ts'
import { bundledSnapshot } from '../chain/bundled.ts'
import type { Source } from '../chain/source.ts'
import type { Given } from './given.ts'

/** Everything that the view shows of a transaction. */
export type Shown = {
  readonly messages: readonly Message[]
  readonly snapshot: LedgerSnapshot
  readonly preview: FeePreview
  readonly gas: GasCost
  readonly coins: readonly CoinChange[]
  readonly credits: readonly CreditChange[]
  /** What is wrong with a document to sign, beside what the ledger says. */
  readonly findings: readonly Finding[]
  readonly memo: string
  /** Of a transaction that is in a block: where, and what the preview of the state before it says to what happened. */
  readonly past: {
    readonly hash: string
    readonly height: bigint
    readonly reconciliation: Reconciliation | null
  } | null
}

export type Assumptions = Pick<PreviewInput, 'prices' | 'phase'>

/** Data that is signed and moves nothing. */
export type DataOnly = { readonly sentence: string; readonly findings: readonly Finding[] }

/** Reads the ledger where it has to, and previews by the functions of the package. */
export async function showGiven(
  given: Exclude<Given, { kind: 'nothing' | 'words' }>,
  source: Source,
  assumed: Assumptions,
  signal: AbortSignal,
): Promise<Shown | DataOnly> {
  if (given.kind === 'hash') return showPast(given.hash, source, assumed, signal)
  if (given.kind === 'request') {
    const { request } = given
    if (request.kind !== 'transaction') return { sentence: request.sentence, findings: request.findings }
    const { previewSignRequest } = await import('../../../src/wallet/previewSignRequest.ts')
    const { messages, fee, feePayer, signers, memo } = request
    const options = { ...assumed, gasLimit: fee.gasLimit, ...(feePayer !== null && { feePayer }) }
    const snapshot = await snapshotFor(source, messages, { ...options, accounts: signers }, signal)
    const { preview, coins, credits, findings } = previewSignRequest(request, snapshot, assumed)
    if (preview === null) return { sentence: '', findings }
    return {
      ...{ messages, snapshot, preview, coins, credits, findings, memo, past: null },
      gas: gasOf(preview, messages, snapshot),
    }
  }
  const { messages, terms } = given
  const fee = terms?.fee ?? null
  const payer = fee?.granter || fee?.payer || undefined
  const options = {
    ...assumed,
    ...(fee !== null && fee.gasLimit > 0n && { gasLimit: fee.gasLimit }),
    ...(payer && { feePayer: payer }),
  }
  // What the signers hold is shown before and after, whether or not the messages need it.
  const accounts = signersOf(messages, payer, undefined).filter(account => addressProblem(account) === null)
  const read = await snapshotFor(source, messages, { gasLimit: 1n, ...options, accounts }, signal)
  const snapshot = { ...read, gasPrices: pricesOffered(terms, read.gasPrices) }
  const preview = previewFees({ ...options, messages, snapshot })
  return {
    ...{ messages, snapshot, preview, findings: [], memo: terms?.memo ?? '', past: null },
    coins: coinChanges(preview, snapshot),
    credits: creditChanges(preview, snapshot),
    gas: gasOf(preview, messages, snapshot),
  }
}

/** What talks to nodes is loaded when a node is asked. */
const readNode = async () => (await import('../chain/readNode.ts')).NODE_METHODS

const snapshotFor = async (
  source: Source,
  messages: readonly Message[],
  options: Assumptions & { gasLimit?: bigint; feePayer?: string; accounts?: readonly string[] },
  signal: AbortSignal,
): Promise<LedgerSnapshot> =>
  source.kind === 'bundled'
    ? bundledSnapshot()
    : (await readNode()).snapshot({ signal }, source, messages, options)

/** The gas that the preview counted; or typical gas, which it did not count. */
function gasOf(
  { live, messages: [first] }: FeePreview,
  messages: readonly Message[],
  snapshot: LedgerSnapshot,
): GasCost {
  if (live.gas === null) return typicalCost(messages, first?.signer || null, snapshot.gasPrices, null)
  return { ...live.gas, basis: 'transaction', note: null }
}

async function showPast(
  hash: string,
  source: Source,
  assumed: Assumptions,
  signal: AbortSignal,
): Promise<Shown> {
  if (source.kind === 'bundled')
    throw Object.assign(
      new Error('A hash alone says nothing: choose a node, which has the transaction, or paste its bytes.'),
      { code: 'INPUT_INVALID' },
    )
  const { transaction } = await readNode()
  const { messages, seen, snapshot, terms } = await transaction({ signal }, source, hash)
  const preview = previewFees({ ...assumed, ...terms, messages, snapshot })
  return {
    ...{ messages, snapshot, preview, findings: [], memo: '' },
    coins: coinChanges(preview, snapshot),
    credits: creditChanges(preview, snapshot),
    gas: gasOf(preview, messages, snapshot),
    past: {
      hash,
      height: seen.found?.height ?? 0n,
      reconciliation: seen.past !== null && 'reconciliation' in seen.past ? seen.past.reconciliation : null,
    },
  }
}
