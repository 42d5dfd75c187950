import { Secp256k1Wallet } from '@cosmjs/amino'
import { DirectSecp256k1Wallet } from '@cosmjs/proto-signing'
import { afterEach, beforeEach, expect } from 'vitest'
import { type ConnectOptions, connectRegen, type Regen } from '../../src/client/connectRegen.ts'
import type { OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import type { RecordedNode } from '../../src/testing.ts'
import { type TestClock, TIMEOUT, testClock } from '../node/rpc/testClock.ts'
import { keyOf } from '../support/keyOf.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, type RecordedTx, recordedTxs } from '../support/recordings.ts'

const open: Regen[] = []
let unhandled: unknown[] = []
const listen = (reason: unknown) => unhandled.push(reason)

beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', listen)
})

afterEach(async () => {
  for (const regen of open.splice(0)) regen.disconnect()
  await new Promise(resolve => setImmediate(resolve))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})

/** A connection with a clock that never waits and no jitter; it is closed when the test ends. */
export async function connect(
  urls: string | readonly string[],
  options: ConnectOptions = {},
): Promise<Regen & { readonly clock: TestClock }> {
  const clock = testClock()
  const regen = await connectRegen(urls, { timeoutMs: TIMEOUT, clock, random: () => 1, ...options })
  open.push(regen)
  return { ...regen, clock }
}

const wallets = new Map<string, Promise<OfflineSigner>>()

/** The wallet of a recorded account: in direct mode, or one that knows amino JSON only. */
export function walletOf(account: string, mode: 'direct' | 'amino' = 'direct'): Promise<OfflineSigner> {
  const key = `${account} ${mode}`
  const Wallet = mode === 'direct' ? DirectSecp256k1Wallet : Secp256k1Wallet
  const made = wallets.get(key) ?? walletWith(Wallet, network.accounts[account]?.mnemonic ?? '')
  wallets.set(key, made)
  return made
}

const walletWith = async (
  Wallet: typeof DirectSecp256k1Wallet | typeof Secp256k1Wallet,
  mnemonic: string,
): Promise<OfflineSigner> => Wallet.fromKey(await keyOf(mnemonic), 'regen')

export const modeOf = ({ signMode }: RecordedTx) => (signMode === 'SIGN_MODE_DIRECT' ? 'direct' : 'amino')

export function recordedTx(name: string): RecordedTx {
  const found = recordedTxs().find(tx => tx.name === name)
  if (found === undefined) throw new Error(`there is no recorded transaction "${name}"`)
  return found
}

/** A recorded node right before a transaction, a connection to it, and the wallet that signed it. */
export async function rightBefore(
  name: string,
  options: ConnectOptions = {},
): Promise<{
  tx: RecordedTx
  node: RecordedNode
  regen: Regen & { readonly clock: TestClock }
  wallet: OfflineSigner
}> {
  const tx = recordedTx(name)
  const node = await recordedNode()
  node.standBefore(name)
  const regen = await connect(node.url, options)
  return { tx, node, regen, wallet: await walletOf(tx.signer, modeOf(tx)) }
}

/** What makes the SDK sign the recorded bytes: gas limit, gas price and memo of the recording, and no timeout height. */
export function asRecorded({ fee, memo }: RecordedTx) {
  const [coin] = fee.amount
  return {
    memo,
    gasLimit: BigInt(fee.gas),
    timeoutHeight: 'none' as const,
    ...(coin && { gasPrice: priceOf(BigInt(coin.amount), BigInt(fee.gas), coin.denom) }),
  }
}

/** A price with which ceil(limit × price) is the amount. */
function priceOf(amount: bigint, limit: bigint, denom: string): string {
  const scaled = (amount * 10n ** 12n) / limit
  const digits = scaled.toString().padStart(13, '0')
  return `${digits.slice(0, -12)}.${digits.slice(-12)}${denom}`
}
