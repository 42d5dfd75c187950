import type { TxSigner } from '../../client/sign/txPlan.ts'
import type { Message } from '../../messages/message.ts'
import type { Account } from '../../node/decode/modules/account.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { isRegenError } from '../../primitives/errors.ts'
import type { Io } from '../command.ts'
import type { TxTerms } from '../options/txTerms.ts'

/** The gas that a node estimates; or why it could not, and whether that is the refusal of the transaction itself. */
export type GasEstimate = { readonly limit: bigint } | { readonly failed: string; readonly refused: boolean }

/** Lets the node run the transaction without sending it, as before signing. Where that fails, the preview goes on without it. */
export async function estimateGas(
  rpc: Rpc,
  messages: readonly Message[],
  snapshot: LedgerSnapshot,
  terms: TxTerms | null,
  { clock, signal }: Pick<Io, 'clock' | 'signal'>,
): Promise<GasEstimate> {
  const { estimateGas: estimateOf } = await import('../../client/send/gas/estimateGas.ts')
  const { signersOf } = await import('../../client/sign/signersOf.ts')
  const { memo = '', timeoutHeight = 0n, fee = null } = terms ?? {}
  const { payer: feePayer = '', granter: feeGranter = '' } = fee ?? {}
  try {
    const signers = await readSigners(
      rpc,
      signersOf(messages, feePayer || undefined, undefined),
      snapshot,
      signal,
    )
    if (typeof signers === 'string') return { failed: signers, refused: false }
    const { chainId, gasPrices } = snapshot
    const plan = { chainId, messages, memo, timeoutHeight, feePayer, feeGranter, signers }
    const connection = { rpc, clock, closed: NEVER }
    return await estimateOf(connection, plan, { mode: 'direct', gasPrices, signal })
  } catch (error) {
    if (!isRegenError(error) || isRegenError(error, 'CALL_ABORTED')) throw error
    if (!isRegenError(error, 'SIMULATION_REFUSED')) return { failed: error.message, refused: false }
    const { meaning, reason, messageIndex } = error.context
    return { failed: `${meaning} The chain says: ${reason}`, refused: messageIndex !== null }
  }
}

const NEVER = new AbortController().signal

/** The accounts that sign, as they stand on chain; or why a simulation is not possible for one of them. */
async function readSigners(
  port: Rpc,
  addresses: readonly string[],
  { height }: LedgerSnapshot,
  signal: AbortSignal,
): Promise<readonly TxSigner[] | string> {
  if (addresses.length === 0) return 'nobody can tell who signs it.'
  const { readAccount } = await import('../../node/read/accounts.ts')
  const signers: TxSigner[] = []
  for (const account of await Promise.all(
    addresses.map(address => readAccount({ port, height, signal }, address)),
  )) {
    if (account === null) return 'an account that signs is not on the chain yet.'
    const pubkey = keyOf(account)
    if (pubkey === null) return `${account.address} does not sign with one key of its own.`
    const { address, number: accountNumber, sequence } = account
    signers.push({ address, pubkey, accountNumber, sequence })
  }
  return signers
}

/** The 33 bytes of a secp256k1 key. An account that never signed has none on chain: for a simulation any will do. */
function keyOf({ pubKey, module }: Account): Uint8Array | null {
  if (module !== null) return null
  if (pubKey === null) return new Uint8Array(33).fill(2)
  const { typeUrl, value } = pubKey
  return typeUrl === '/cosmos.crypto.secp256k1.PubKey' && value.length === 35 ? value.slice(2) : null
}
