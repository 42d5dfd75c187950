import type { Regen } from '../../src/client.ts'
import type { Message } from '../../src/messages/message.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import type { Action } from './actions/action.ts'
import { answerOf, type SentAction } from './send.ts'
import type { Own } from './world.ts'

const ECOCREDIT = '/regen.ecocredit.v1'
const DATA = '/regen.data.v2'

const message = (typeUrl: string, value: object): Message => parseMessages([{ typeUrl, value }])[0] as Message

/** Thirty-two bytes in base64 that nobody has anchored, as far as random choice goes. */
const someHash = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')

/** Sends each message of the catalog that accounts can send and random actions leave out, once. The first person is the admin of `own`. */
export async function tour(
  { chainId }: Regen,
  { classId, projectId, basketDenom }: Own,
  [first = '', second = '']: readonly string[],
  send: (action: Action) => Promise<SentAction>,
): Promise<void> {
  const make = (signer: string, typeUrl: string, value: object) =>
    send({ name: `tour: ${typeUrl.split('.').at(-1)}`, signer, messages: [message(typeUrl, value)] })
  const metadata = `regen:${chainId}`

  await make(first, `${ECOCREDIT}.MsgUpdateClassMetadata`, { admin: first, classId, newMetadata: metadata })
  await make(first, `${ECOCREDIT}.MsgUpdateClassIssuers`, { admin: first, classId, removeIssuers: [second] })
  await make(first, `${ECOCREDIT}.MsgUpdateClassIssuers`, { admin: first, classId, addIssuers: [second] })
  await make(first, `${ECOCREDIT}.MsgUpdateClassAdmin`, { admin: first, classId, newAdmin: second })
  await make(second, `${ECOCREDIT}.MsgUpdateClassAdmin`, { admin: second, classId, newAdmin: first })
  await make(first, `${ECOCREDIT}.MsgUpdateProjectMetadata`, {
    admin: first,
    projectId,
    newMetadata: metadata,
  })
  await make(first, `${ECOCREDIT}.MsgUpdateProjectAdmin`, { admin: first, projectId, newAdmin: second })
  await make(second, `${ECOCREDIT}.MsgUpdateProjectAdmin`, { admin: second, projectId, newAdmin: first })

  const issuance = [{ recipient: second, tradableAmount: '5', retiredAmount: '' }]
  const batch = await make(first, `${ECOCREDIT}.MsgCreateBatch`, {
    issuer: first,
    projectId,
    issuance,
    metadata,
    startDate: '2020-01-01T00:00:00Z',
    endDate: '2021-01-01T00:00:00Z',
    open: true,
  })
  const { batchDenom } = answerOf<{ batchDenom: string }>(batch)
  const originTx = { id: `0x${Buffer.from(someHash()).toString('hex').slice(0, 40)}`, source: 'polygon' }
  await make(first, `${ECOCREDIT}.MsgMintBatchCredits`, { issuer: first, batchDenom, issuance, originTx })
  await make(first, `${ECOCREDIT}.MsgUpdateBatchMetadata`, {
    issuer: first,
    batchDenom,
    newMetadata: metadata,
  })
  await make(first, `${ECOCREDIT}.MsgSealBatch`, { issuer: first, batchDenom })
  await make(first, '/regen.ecocredit.basket.v1.MsgUpdateCurator', {
    curator: first,
    denom: basketDenom,
    newCurator: second,
  })

  const graph = { hash: someHash(), digestAlgorithm: 1, canonicalizationAlgorithm: 1 }
  // What is anchored stands in no amino JSON of the chain.
  await make(first, `${DATA}.MsgAnchor`, { sender: first, contentHash: { graph } })
  await make(second, `${DATA}.MsgAttest`, { attestor: second, contentHashes: [graph] })
  const resolverUrl = `https://example.org/${someHash()}`
  const defined = await make(first, `${DATA}.MsgDefineResolver`, { definer: first, resolverUrl })
  const { resolverId } = answerOf<{ resolverId: bigint }>(defined)
  await make(first, `${DATA}.MsgRegisterResolver`, {
    signer: first,
    resolverId: resolverId.toString(),
    contentHashes: [{ graph }],
  })

  const amount = [{ denom: 'uregen', amount: '5' }]
  await make(first, '/cosmos.bank.v1beta1.MsgSend', { fromAddress: first, toAddress: second, amount })
  await make(first, '/cosmos.protocolpool.v1.MsgFundCommunityPool', { depositor: first, amount })
  await send({
    name: 'tour: two signers',
    signer: first,
    messages: [
      message('/cosmos.bank.v1beta1.MsgSend', { fromAddress: first, toAddress: second, amount }),
      message('/cosmos.bank.v1beta1.MsgSend', { fromAddress: second, toAddress: first, amount }),
    ],
  })
}
