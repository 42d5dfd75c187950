import { type Catalog, catalogOf } from '../messages/catalogOf.ts'
import { loadCatalog } from '../messages/loadCatalog.ts'
import type { Message } from '../messages/message.ts'
import type { NodeAt } from '../node/read/ask.ts'
import { DEFAULT_POLICY } from '../policy/generated/defaultPolicy.ts'
import type { M013Policy } from '../policy/policy.ts'
import type { EffectsInput, PreviewInput } from '../preview/feePreview.ts'
import { checkOptions } from '../preview/input/checkOptions.ts'
import type { Missing } from '../preview/run/missing.ts'
import { missingState } from '../preview/run/missingState.ts'
import { runTransaction } from '../preview/run/runTransaction.ts'
import { openLedger } from '../preview/run/workingLedger.ts'
import { type LedgerSnapshot, snapshotJson } from '../preview/snapshot.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { parseTime } from '../primitives/time.ts'
import { withJson } from '../primitives/withJson.ts'
import { assemble } from './assemble.ts'
import { READ_LIMITS, type ReadLimits } from './bounds.ts'
import type { CometClient } from './cometPort.ts'
import { accountRequests, coinRequest, creditRequest } from './requests/balanceRequests.ts'
import { type Plan, type Request, unique } from './requests/request.ts'
import { type CommonKind, ROW_REQUESTS } from './requests/rowRequests.ts'
import { nodeConfigRequest, SETTING_REQUESTS } from './requests/settingRequests.ts'
import { openWaves, type SnapshotPort, statusRequest, type WaveStats, type Waves } from './waves.ts'

/** The input of the preview that the snapshot is for, without the snapshot; and: */
export type SnapshotOptions = Omit<EffectsInput, 'messages' | 'snapshot'> & {
  /** A node of another chain is refused. */
  readonly chainId?: string
  /** A height of the past, instead of the newest; the node must still have it. */
  readonly height?: bigint
  /** Accounts of which all coins and all credits are read, whatever the messages need. */
  readonly accounts?: readonly string[]
  /**
   * M013's contract on this chain, by its address, or 'module' for x/feerouter: then its configuration is in force, and the preview says so. A module that
   * answers wins over the contract.
   */
  readonly feeRouter?: string
  /** Bounds on what is read, whatever the node answers: READ_LIMIT_REACHED beyond. What is left out is as in READ_LIMITS. */
  readonly limits?: Partial<ReadLimits>
  readonly signal?: AbortSignal
}

/** What a snapshot took. Calls and requests are counted on the connection: what else it does meanwhile counts too. */
export type SnapshotStats = {
  readonly waves: number
  readonly queries: number
  readonly requests: number
  readonly perWave: readonly WaveStats[]
}

/**
 * Reads what a preview of these messages needs, or everything but balances, at one height, pinned and verified: the newest that
 * the node has, unless the caller names another.
 *
 *     wave 1   the node's status, its gas prices, and everything the messages name
 *     wave 2   what wave 1 led to; and again, at the height of the status, what came from another one
 *
 * All queries of a wave leave in one tick. Further waves are needed for lists of several pages, one for each page, and under a policy that prices the
 * credits of a purchase, which are known only with its order. What was asked for and does not exist is listed as absent. A query that fails is an
 * error, never a default; but a node that does not show its raw store leaves the marketplace fees unknown, and one with gRPC off the gas
 * prices. `connection` is one of connectRpc, or a client of CosmJS such as Comet38Client.
 *
 * The snapshot says how old the newest block was (`age`). Whatever the node answers, it ends: beyond READ_LIMITS with READ_LIMIT_REACHED.
 *
 * @example
 * const { snapshot } = await takeSnapshot(connectRpc('https://regen-rpc.publicnode.com'), messages)
 * const preview = previewFees({ messages, snapshot })
 */
export async function takeSnapshot(
  connection: SnapshotPort | CometClient,
  messages: readonly Message[] | 'everything' = 'everything',
  options: SnapshotOptions = {},
): Promise<{ readonly snapshot: LedgerSnapshot; readonly stats: SnapshotStats }> {
  const port = 'call' in connection ? connection : (await import('./cometPort.ts')).cometPort(connection)
  return takeSnapshotOver(port, messages, options)
}

/** The same over a connection of ours: who has one does without what reads over a client of CosmJS. */
export async function takeSnapshotOver(
  port: SnapshotPort,
  messages: readonly Message[] | 'everything',
  options: SnapshotOptions,
): ReturnType<typeof takeSnapshot> {
  const { chainId, height: at, accounts = [], feeRouter, signal, limits: given, ...input } = options
  const limits = { ...READ_LIMITS, ...given }
  const { m013 } = input.policy ?? DEFAULT_POLICY
  const catalog = messages === 'everything' ? catalogOf([]) : await loadCatalog(messages)
  const priced = new Set<string>()
  const isPriced = (classId: string) => messages === 'everything' || priced.has(classId)

  async function lacking(snapshot: LedgerSnapshot): Promise<readonly Request[]> {
    if (messages === 'everything')
      return (await import('./requests/everythingRequests.ts')).everythingRequests(m013)
    const missing = missingState({ ...input, messages, snapshot }, catalog).filter(
      // A price that the caller states comes before all others.
      lacks => lacks.kind !== 'prices' || !Object.hasOwn(input.prices ?? {}, lacks.id),
    )
    for (const lacks of missing) if (lacks.kind === 'prices') priced.add(lacks.id)
    return (await Promise.all(missing.map(lacks => requestsFor(lacks, m013)))).flat()
  }

  const waves = openWaves(port, { chainId, signal, limits })
  const found = () =>
    assemble(waves.answers(), waves.status() ?? NOWHERE, { isPriced, timeOf: timesOf(waves) })
  const trades =
    messages === 'everything' ? [] : tradeRequests({ ...input, messages, snapshot: found() }, catalog)
  const named = [...(await lacking(found())), ...trades, ...accounts.flatMap(accountRequests)]
  let open = unique([statusRequest(at), nodeConfigRequest(), ...named])
  for (let height: bigint | 'latest' = at ?? 'latest'; open.length > 0; ) {
    await waves.ask(open, height)
    const status = waves.status() ?? NOWHERE
    height = status.height
    const plan = { height, seconds: parseTime(status.time).seconds, isPriced, timeOf: timesOf(waves) }
    open = waves.open(await lacking(found()), plan)
  }
  const snapshot = found()
  const inForce =
    feeRouter === undefined ? {} : await readInForce({ port, height: snapshot.height, signal }, feeRouter)
  return { snapshot: withJson({ ...snapshot, ...inForce }, snapshotJson), stats: sum(waves.stats()) }
}

/** What to ask for something that a preview lacks. */
async function requestsFor(
  missing: Missing,
  policy: Pick<M013Policy, 'valuation'>,
): Promise<readonly Request[]> {
  if (missing.kind === 'coin balance') return [coinRequest(missing.account)]
  if (missing.kind === 'credit balance') return [creditRequest(missing.account, missing.batchDenom)]
  const { kind, id } = missing
  if (isCommon(kind)) return ROW_REQUESTS[kind](id)
  if (kind === 'setting' && id !== 'govDeposit') return SETTING_REQUESTS[id]()
  const { rareRequests } = await import('./requests/rareRequests.ts')
  return rareRequests(missing, policy)
}

const isCommon = (kind: Missing['kind']): kind is CommonKind => Object.hasOwn(ROW_REQUESTS, kind)

/**
 * What every purchase needs, whatever its order turns out to be: today's marketplace fees and the buyer's coins. They are asked for in the same
 * wave as the order. Otherwise the order would have to be read first.
 */
const tradeRequests = (input: PreviewInput, catalog: Catalog): readonly Request[] =>
  runTransaction(openLedger(checkOptions(input).snapshot, catalog), input).run.flatMap(
    ({ typeUrl, signer, runs }) =>
      runs && signer !== '' && catalog.typeOf(typeUrl)?.charges.includes('MarketplaceTrade')
        ? [...SETTING_REQUESTS.feeParams(), coinRequest(normalizeAddress(signer))]
        : [],
  )

/** The reader is loaded only for a chain that may have M013. */
async function readInForce(ledger: NodeAt, feeRouter: string) {
  const { feeConfigInForce } = await import('./feeConfigInForce.ts')
  return feeConfigInForce(ledger, feeRouter)
}

/** Where the search begins: nothing is known, at no height. */
const NOWHERE = { chainId: 'unknown', height: 0n, time: '1970-01-01T00:00:00Z' }

/** The block times that are known. */
function timesOf({ answers, status }: Waves): Plan['timeOf'] {
  const blocks = [status(), ...answers().map(({ blockTime }) => blockTime)]
  const times = new Map(blocks.flatMap(block => (block ? [[block.height, block.time] as const] : [])))
  return height => times.get(height)
}

const sum = (perWave: readonly WaveStats[]): SnapshotStats => ({
  waves: perWave.length,
  queries: perWave.reduce((total, { queries }) => total + queries, 0),
  requests: perWave.reduce((total, { requests }) => total + requests, 0),
  perWave,
})
