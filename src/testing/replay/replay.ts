import { govProposals } from '../../node/endpoints/governance.ts'
import { nanosecondsOf, toNanoseconds } from '../../primitives/time.ts'
import { AuthInfo, TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { Blocks } from '../blocks/blocks.ts'
import type { RecordedTx, Recordings } from '../recordings.ts'
import { applyCoins } from './coins.ts'
import { applyCredits } from './credits.ts'
import { eventsOf } from './events.ts'
import { genesisState } from './genesis.ts'
import { applyProposal } from './governance.ts'
import { CHANGES, untold } from './messages.ts'
import type { LedgerState } from './state.ts'

/** The ledger after a block, or why the recordings do not tell it. */
type Replayed = { readonly state: LedgerState } | { readonly unknown: string }

/** Between two changes of the ledger it gives the same object. */
export type LedgerAt = (height: bigint) => Replayed

/**
 * The ledger after any block, from the genesis and the recorded transactions: by their messages and events, and by the
 * proposals that had passed; never by this SDK's own preview.
 */
export function replayer(recordings: Recordings, blocks: Blocks): LedgerAt {
  const included = recordings.txs.filter(({ tx }) => tx !== null)
  const outcomes = outcomesOf(recordings)
  const known = new Map<string, Replayed>()
  return height => {
    const done = included.filter(({ tx }) => BigInt(tx?.height ?? 0) <= height)
    const endings = outcomes.map(outcome => hasEnded(outcome, height, blocks))
    const open = outcomes.find((_, index) => endings[index] === 'unknown')
    if (open) return { unknown: `whether proposal ${open.id} had ended at height ${height}` }
    const ended = outcomes.filter((_, index) => endings[index] === true)
    const key = `${done.length} ${ended.length}`
    const replayed = known.get(key) ?? replay(recordings, done, ended)
    known.set(key, replayed)
    return replayed
  }
}

function replay(recordings: Recordings, txs: readonly RecordedTx[], ended: readonly Outcome[]): Replayed {
  const state = genesisState(recordings)
  const untoldOf = txs.flatMap(tx => applyTx(tx, state))
  for (const { id, passed } of ended) {
    state.ended.add(id)
    const proposal = state.proposals.get(id)
    if (proposal) untoldOf.push(...applyProposal(proposal, passed, state))
  }
  const [typeUrl] = untoldOf
  return typeUrl === undefined ? { state } : { unknown: `what ${typeUrl} changed` }
}

/** Applies a transaction; gives the messages whose changes it does not know. */
function applyTx(record: RecordedTx, state: LedgerState): readonly string[] {
  const { tx, header, messages } = record
  if (!tx || !header) return []
  const { code, events } = tx.tx_result
  applySigner(record, state)
  applyCoins(events, state)
  if (code !== 0) return []
  return messages.flatMap(({ typeUrl, value }, index) => {
    const own = eventsOf(events, index)
    const change = CHANGES[typeUrl]
    change?.(value, own, state, header.time)
    applyCredits(own, state)
    return change ? untold(typeUrl, value) : [typeUrl]
  })
}

/** A transaction in a block has used its signer's sequence, failed or not. An account that received coins exists. */
function applySigner({ address, accountNumber, sequence, txBytes }: RecordedTx, state: LedgerState): void {
  const { authInfoBytes } = TxRaw.decode(new Uint8Array(Buffer.from(txBytes, 'base64')))
  const pubKey = AuthInfo.decode(authInfoBytes).signerInfos[0]?.publicKey
  state.accounts.set(address, {
    accountNumber: BigInt(accountNumber),
    sequence: BigInt(sequence) + 1n,
    pubKey,
  })
}

const PASSED = 3

/** How sure it must be that a vote has ended: a second, some three blocks. */
const MARGIN = 1_000_000_000n

/** What became of a proposal, and when. */
type Outcome = { readonly id: string; readonly passed: boolean; readonly votingEnd: bigint }

/** From the newest recorded list of proposals, in the order in which their votes ended. */
function outcomesOf({ queries }: Recordings): readonly Outcome[] {
  const lists = queries.filter(
    ({ path, request, response }) => path === govProposals.path && request === '' && response.value,
  )
  const { proposals } = govProposals.decode(
    new Uint8Array(Buffer.from(lists.at(-1)?.response.value ?? '', 'base64')),
  )
  return proposals
    .flatMap(({ id, status, votingEndTime }) =>
      votingEndTime
        ? [{ id: String(id), passed: status === PASSED, votingEnd: toNanoseconds(votingEndTime) }]
        : [],
    )
    .sort((a, b) => (a.votingEnd < b.votingEnd ? -1 : 1))
}

/** Whether a proposal had ended after a block; 'unknown' when the block's time is too near to the end of its vote. */
function hasEnded({ votingEnd }: Outcome, height: bigint, blocks: Blocks): boolean | 'unknown' {
  const late = nanosecondsOf(blocks.time(height)) - votingEnd
  if (blocks.header(height)) return late >= 0n
  return late > MARGIN ? true : late < -MARGIN ? false : 'unknown'
}
