import { fieldsOf } from '../../src/node/decode/fields.ts'
import { toAccount } from '../../src/node/decode/modules/account.ts'
import { openTx } from '../../src/testing/mempool.ts'
import type { RecordedResponse, RecordedTx } from '../../src/testing/recordings.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { SignMode } from '../../src/wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { type Asked, type CapturedTx, toAsked } from './capture.ts'
import { authAccount, txSimulate } from './endpoints.ts'
import { messagesJson } from './protoJson.ts'
import { type RawNode, resultOf } from './rawNode.ts'

/** A transaction as `tx` and `tx_search` give it. */
type FoundTx = NonNullable<RecordedTx['tx']> & {
  readonly hash: string
  readonly index: number
  readonly tx: string
}

type Found = { readonly txs: readonly FoundTx[]; readonly total_count: string }

/**
 * Every transaction of the chain up to a height, in the form of txs.jsonl: the recorded node replays the ledger from all of them.
 *
 * Those that were captured have what was asked before them. For the others the account is asked at the height before, the simulation is
 * asked now (the node refuses it, as their sequence is used), and the answer to the broadcast is the one of every accepted transaction.
 */
export async function recordTransactions(
  node: RawNode,
  captured: readonly CapturedTx[],
  { chainId, end, nameOf }: { chainId: string; end: bigint; nameOf: (address: string) => string },
): Promise<readonly RecordedTx[]> {
  const found = await findAll(node, end)
  const lines: RecordedTx[] = []
  for (const tx of found) {
    const own = captured.find(({ broadcastTxSync }) => broadcastTxSync.hash === tx.hash)
    const { header } = await resultOf<{ header: RecordedTx['header'] }>(node, 'header', { height: tx.height })
    lines.push(toLine(own ?? (await askAfterwards(node, tx)), { chainId, tx, header, nameOf }))
  }
  const inBlocks = new Set(found.map(({ hash }) => hash))
  const others = captured.filter(({ broadcastTxSync }) => !inBlocks.has(broadcastTxSync.hash))
  return [...lines, ...others.map(tx => toLine(tx, { chainId, tx: null, header: null, nameOf }))]
}

async function findAll(node: RawNode, end: bigint): Promise<readonly FoundTx[]> {
  const found: FoundTx[] = []
  for (let page = 1; ; page++) {
    const { txs, total_count } = await resultOf<Found>(node, 'tx_search', {
      query: `tx.height>=1 AND tx.height<=${end}`,
      prove: false,
      page: String(page),
      per_page: '100',
      order_by: 'asc',
    })
    found.push(...txs)
    if (txs.length === 0 || found.length >= Number(total_count)) return found
  }
}

/** What can still be asked about a transaction that somebody else has sent. */
async function askAfterwards(node: RawNode, { hash, height, tx }: FoundTx): Promise<CapturedTx> {
  const bytes = new Uint8Array(Buffer.from(tx, 'base64'))
  const ask = async (path: string, data: Uint8Array, at: string): Promise<Asked> => {
    const params = { path, data: Buffer.from(data).toString('hex'), height: at, prove: false }
    const { response } = await resultOf<{ response: RecordedResponse }>(node, 'abci_query', params)
    return toAsked({ path, data: params.data }, response)
  }
  const address = openTx(bytes)?.address ?? ''
  const account = await ask(authAccount.path, authAccount.encode({ address }), String(BigInt(height) - 1n))
  if (account.response.code !== 0)
    throw new Error(
      `the node does not know the account ${address} at height ${BigInt(height) - 1n}: it must keep all heights, as a new chain does`,
    )
  const simulate = await ask(txSimulate.path, txSimulate.encode({ txBytes: bytes }), '0')
  const [first] = messagesJson(bytes)
  return {
    name: `height ${height}: ${first?.typeUrl.replace(/^.*\./, '') ?? 'nothing'} ${hash.slice(0, 8)}`,
    txBytes: tx,
    before: { account, simulate },
    aminoSignDoc: undefined,
    broadcastTxSync: { code: 0, data: '', log: '', codespace: '', hash },
  }
}

type InBlock = {
  readonly chainId: string
  readonly tx: FoundTx | null
  readonly header: RecordedTx['header']
  readonly nameOf: (address: string) => string
}

function toLine(
  { name, txBytes, before, aminoSignDoc, broadcastTxSync }: CapturedTx,
  { chainId, tx, header, nameOf }: InBlock,
): RecordedTx {
  const bytes = new Uint8Array(Buffer.from(txBytes, 'base64'))
  const { body, authInfo } = decodeTx(bytes)
  const { modeInfo, sequence } = authInfo.signerInfos[0] ?? {}
  const mode = Object.entries(SignMode).find(([, number]) => number === modeInfo?.single?.mode)
  const address = openTx(bytes)?.address ?? ''
  const account = authAccount.decode(
    new Uint8Array(Buffer.from(before.account.response.value ?? '', 'base64')),
  ).account
  if (account === undefined) throw new Error(`the account of "${name}" is not known`)
  const { amount, gasLimit } = authInfo.fee ?? { amount: [], gasLimit: 0n }
  const line = {
    name,
    signer: nameOf(address),
    address,
    signMode: mode?.[0] ?? '',
    chainId,
    accountNumber: toAccount(account, fieldsOf(authAccount.path)).number.toString(),
    sequence: (sequence ?? 0n).toString(),
    fee: { amount, gas: gasLimit.toString() },
    memo: body.memo,
    messages: messagesJson(bytes) as RecordedTx['messages'],
    ...(aminoSignDoc !== undefined && { aminoSignDoc }),
    txBytes,
    hash: broadcastTxSync.hash,
    before,
    broadcastTxSync,
    tx,
    header,
  }
  return line
}
