import * as stargate39 from '@cosmjs/stargate'
import type * as tendermint39 from '@cosmjs/tendermint-rpc'
import * as stargate32 from 'cosmjs-stargate-0-32'
import * as stargate36 from 'cosmjs-stargate-0-36'
import { describe, expect, test } from 'vitest'
import {
  readAllowedDenoms,
  readBaskets,
  readCommunityPool,
  readCreditClasses,
  readFeeParams,
  readSellOrders,
} from '../../src/client.ts'
import {
  createRegenSigningClient,
  previewWith,
  setupBasketExtension,
  setupDataExtension,
  setupEcocreditExtension,
  setupMarketplaceExtension,
  setupProtocolPoolExtension,
} from '../../src/cosmjs.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { connect, walletOf } from '../client/live.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { type RecordedTx, recordedTx } from '../support/recordings.ts'
import { fromBase64 } from '../wire/recordings.ts'

const VERSIONS = { '0.32': stargate32, '0.36': stargate36, '0.39': stargate39 } as const

/** One transaction of each kind that M013 charges, as it was recorded. */
const FEE_TYPES = ['create batch C02', 'send tradable and retired', 'retire', 'buy 2.345678 with fees']

/** A preview as text. The recording is old: how old depends on the clock, which is the test's own on one side only. */
const withoutAge = (preview: FeePreview): string => {
  const {
    age: _,
    warnings,
    ...rest
  } = previewJson(preview) as Record<string, unknown> & {
    readonly warnings: readonly { readonly code: string }[]
  }
  return canonicalJson({ ...rest, warnings: warnings.filter(({ code }) => code !== 'NODE_BEHIND') })
}

const messagesOf = ({ txBytes }: RecordedTx) => decodeTx(fromBase64(txBytes)).body.messages

describe.each(Object.entries(VERSIONS))('CosmJS %s', (_, stargate) => {
  async function stand(name: string) {
    const tx = recordedTx(name)
    const node = await recordedNode()
    node.standBefore(name)
    return { tx, node, regen: await connect(node.url) }
  }

  test.each(FEE_TYPES)(
    'previewWith is regen.previewFees, byte for byte, over the client’s connection: %s',
    async name => {
      const { tx, node, regen } = await stand(name)
      const client = await stargate.StargateClient.connect(node.url)
      const preview = await previewWith(client, messagesOf(tx), { gasLimit: BigInt(tx.fee.gas) })
      const ours = await regen.previewFees(messagesOf(tx), { gasLimit: BigInt(tx.fee.gas) })
      expect(withoutAge(preview)).toBe(withoutAge(ours))
      client.disconnect()
    },
  )

  test.each(FEE_TYPES)('signs the recorded transaction with our types, and sends it: %s', async name => {
    const { tx, node } = await stand(name)
    const seen: bigint[] = []
    const client = (await createRegenSigningClient(
      stargate as typeof stargate39,
      node.url,
      await walletOf(tx.signer),
      {
        confirm: preview => seen.push(preview.live.gas?.limit ?? 0n) > 0,
      },
    )) as stargate39.SigningStargateClient
    const hash = await client.signAndBroadcastSync(tx.address, messagesOf(tx), tx.fee, tx.memo)
    expect(hash).toBe(tx.hash)
    expect(seen).toEqual([BigInt(tx.fee.gas)])
    client.disconnect()
  })

  test('what the chain would refuse is not signed', async () => {
    const { tx, node } = await stand('buy with fees, no max fee (fails)')
    const wallet = await walletOf(tx.signer)
    const client = (await createRegenSigningClient(
      stargate as typeof stargate39,
      node.url,
      wallet,
    )) as stargate39.SigningStargateClient
    const error = await client.sign(tx.address, messagesOf(tx), tx.fee, '').catch(error => error)
    expect(isRegenError(error, 'PREVIEW_BLOCKS')).toBe(true)
    const asked = await stand('retire')
    const shy = (await createRegenSigningClient(
      stargate as typeof stargate39,
      asked.node.url,
      await walletOf(asked.tx.signer),
      {
        confirm: () => false,
      },
    )) as stargate39.SigningStargateClient
    expect(
      isRegenError(
        await shy.sign(asked.tx.address, messagesOf(asked.tx), asked.tx.fee, '').catch(error => error),
        'PREVIEW_BLOCKS',
      ),
    ).toBe(true)
  })

  test('extensions of QueryClient answer what our readers answer', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const regen = await connect(node.url)
    const comet = await (stargate as typeof stargate39).StargateClient.connect(node.url)
    const client = stargate39.QueryClient.withExtensions(
      (comet as unknown as { cometClient: tendermint39.CometClient }).cometClient,
      setupEcocreditExtension,
      setupMarketplaceExtension,
      setupBasketExtension,
      setupProtocolPoolExtension,
      setupDataExtension,
    )
    const ledger = await regen.ledger()
    expect(await client.marketplace.sellOrders()).toEqual(await readSellOrders(ledger))
    expect(await client.marketplace.feeParams()).toEqual(await readFeeParams(ledger))
    expect(await client.marketplace.allowedDenoms({ height: ledger.height })).toEqual(
      await readAllowedDenoms(ledger),
    )
    expect(await client.ecocredit.creditClasses()).toEqual(await readCreditClasses(ledger))
    expect(await client.basket.baskets()).toEqual(await readBaskets(ledger))
    expect(await client.protocolPool.communityPool()).toEqual(await readCommunityPool(ledger))
    expect(await client.marketplace.sellOrder('999999')).toBeNull()
    comet.disconnect()
  })
})

test('what is no client is refused with what is expected', async () => {
  const error = await previewWith({}, []).catch(error => error)
  expect(isRegenError(error, 'INPUT_INVALID')).toBe(true)
  expect(String(error)).toContain('CosmJS 0.32 or later')
})
