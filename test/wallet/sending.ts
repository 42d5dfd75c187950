import { ecocredit } from '../../src/index.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { takesAll } from '../client/interpose.ts'
import { connect } from '../client/live.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'

export const alice = network.accounts['alice']?.address ?? ''

export const retire = ecocredit.msgRetire({
  owner: alice,
  credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.5' }],
  jurisdiction: 'US',
})

/** Previews, signs and sends a retirement of alice with somebody's signer; what was previewed, and what was sent. */
export async function sendWith(signer: unknown) {
  const node = await recordedNode()
  node.standAt('end')
  const { fetch, sent } = takesAll()
  const regen = await connect(node.url, { fetch })
  const options = { timeoutHeight: 500n, gasPrice: '0.025uregen', gasLimit: 100_000n, memo: 'mine' }
  const { preview } = await regen.connectSigner(signer as never).signAndBroadcast([retire], options)
  return { preview, tx: decodeTx(sent[0] as Uint8Array) }
}
