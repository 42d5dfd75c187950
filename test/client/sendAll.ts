import type { AminoSigning, DirectSigning, OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import { ecocredit } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { takesAll } from './interpose.ts'
import { connect } from './live.ts'

const address = (name: string) => network.accounts[name]?.address ?? ''
export const [alice, bob] = [address('alice'), address('bob')]

/** A recorded transaction of one message. */
export const FIRST = 'retire'

const batchDenom = 'C01-001-20200101-20210101-001'
export const retire = (owner: string): Message =>
  ecocredit.msgRetire({ owner, credits: [{ batchDenom, amount: '0.5' }], jurisdiction: 'US' })

export type Direct = OfflineSigner & DirectSigning
export type Amino = OfflineSigner & AminoSigning

/** Sends over a node that takes all. */
export async function sendAll(signer: OfflineSigner, options: object = {}, messages = [retire(alice)]) {
  const node = await recordedNode()
  node.standAt('end')
  const taking = takesAll()
  const regen = await connect(node.url, { fetch: taking.fetch })
  const result = regen
    .connectSigner(signer)
    .signAndBroadcast(messages, { gasPrice: '0.025uregen', ...options })
  return { sent: taking.sent, result }
}
