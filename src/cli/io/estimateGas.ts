import { signersOf } from '../../client/sign/signersOf.ts'
import type { Message } from '../../messages/message.ts'
import { txSimulate } from '../../node/endpoints.ts'
import { explainFailure } from '../../node/events/explainFailure.ts'
import { readAccount } from '../../node/read/accounts.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { queryLatest } from '../../node/rpc/query.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { encodeTx, type PlainTx } from '../../wire/decodeTx.ts'
import type { TxTerms } from './txTerms.ts'

/** The gas that a node estimates; or why it could not, and whether that is the refusal of the transaction itself. */
export type GasEstimate = { readonly limit: bigint } | { readonly failed: string; readonly refused: boolean }

/** A simulation leaves out the check of a signature, this much for each signer. */
const SIGNATURE_CHECK = 3_469n

/** SIGN_MODE_DIRECT, as the node takes it in a simulation whatever the wallet will use. */
const DIRECT = 1

/**
 * Lets the node run the transaction without sending it: with the keys and sequences of its signers, a fee and signatures of the right length, so
 * that what it uses is what the real one will use.
 *
 *     limit = ( used + signers × 3,469 ) × 1.1, in whole thousands
 *
 * @see cosmos-sdk baseapp Simulate
 */
export async function estimateGas(
  rpc: Rpc,
  messages: readonly Message[],
  snapshot: LedgerSnapshot,
  terms: TxTerms | null,
  signal: AbortSignal,
): Promise<GasEstimate> {
  const payer = terms?.fee?.payer || undefined
  const addresses = signersOf(messages, payer, undefined)
  if (addresses.length === 0) return notTold('nobody can tell who signs it')
  try {
    const ledger = { port: rpc, height: snapshot.height, signal }
    const accounts = await Promise.all(addresses.map(address => readAccount(ledger, address)))
    const missing = addresses.find((_, index) => accounts[index] === null)
    if (missing !== undefined) return notTold(`the account ${missing} is not on the chain yet`)
    const { answer } = await queryLatest(
      rpc,
      txSimulate,
      {
        txBytes: encode(
          messages,
          accounts.flatMap(found => found ?? []),
          snapshot,
          terms,
        ),
      },
      signal,
    )
    const used = answer.gasInfo?.gasUsed ?? 0n
    if (used === 0n || used >= 2n ** 62n) return notTold('the node answered without a usable figure')
    const whole = used + BigInt(addresses.length) * SIGNATURE_CHECK
    return { limit: ((whole * 11n + 9_999n) / 10_000n) * 1_000n }
  } catch (error) {
    if (!isRegenError(error) || isRegenError(error, 'CALL_ABORTED')) throw error
    const failure = isRegenError(error, 'QUERY_FAILED') ? explainFailure(error.context) : null
    if (failure === null) return notTold(error.message)
    return {
      failed: `${failure.meaning} The chain says: ${failure.reason}`,
      refused: failure.messageIndex !== null,
    }
  }
}

const notTold = (failed: string): GasEstimate => ({ failed, refused: false })

type Account = NonNullable<Awaited<ReturnType<typeof readAccount>>>

function encode(
  messages: readonly Message[],
  accounts: readonly Account[],
  { gasPrices }: LedgerSnapshot,
  terms: TxTerms | null,
): Uint8Array {
  const [price] = gasPrices === 'unknown' ? [] : gasPrices
  const coins = terms?.fee?.coins ?? (price === undefined ? [] : [{ denom: price.denom, amount: 1n }])
  const body: PlainTx['body'] = {
    messages: messages as PlainTx['body']['messages'],
    memo: terms?.memo ?? '',
    timeoutHeight: terms?.timeoutHeight ?? 0n,
    unordered: false,
    timeoutTimestamp: undefined,
    extensionOptions: [],
    nonCriticalExtensionOptions: [],
  }
  const authInfo: PlainTx['authInfo'] = {
    signerInfos: accounts.map(({ pubKey, sequence }) => ({
      publicKey: pubKey ?? undefined,
      modeInfo: { single: { mode: DIRECT }, multi: undefined },
      sequence,
    })),
    fee: {
      amount: coins.map(({ denom, amount }) => ({ denom, amount: String(amount) })),
      gasLimit: 0n,
      payer: terms?.fee?.payer ?? '',
      granter: terms?.fee?.granter ?? '',
    },
    tip: undefined,
  }
  return encodeTx({ body, authInfo, signatures: accounts.map(() => new Uint8Array(64)) })
}
