import * as stargate39 from '@cosmjs/stargate'
import * as stargate32 from 'cosmjs-stargate-0-32'
import * as stargate36 from 'cosmjs-stargate-0-36'
import { type Regen, readCoinAmount } from '../../src/client.ts'
import { createRegenSigningClient, previewWith } from '../../src/cosmjs.ts'
import type { Message } from '../../src/messages/message.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { buy } from './actions/buy.ts'
import { retire, send } from './actions/credits.ts'
import { createBatch } from './actions/issue.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { type Own, readWorld, type World } from './world.ts'

const VERSIONS = { '0.32': stargate32, '0.36': stargate36, '0.39': stargate39 } as const

/** A transaction that a CosmJS client sent: what the preview said would leave the signer, and what did, in uregen. */
export type ClientOutcome = {
  readonly name: string
  readonly code: number
  readonly height: bigint
  readonly gas: string
  readonly previewed: bigint
  readonly debited: bigint
}

/**
 * Each of CosmJS's versions sends one transaction of each kind that M013 charges, in both signing modes, with our registry and amino types, its own gas estimate and
 * our preview before the wallet.
 */
export async function cosmjsClients(
  regen: Regen,
  rpc: string,
  people: readonly Person[],
  own: Own,
  random: Random,
  say: (text: string) => void,
): Promise<readonly ClientOutcome[]> {
  const addresses = people.map(({ address }) => address)
  const outcomes: ClientOutcome[] = []
  for (const [version, stargate] of Object.entries(VERSIONS))
    for (const mode of ['direct', 'amino'] as const)
      for (const kind of ['issue', 'send', 'retire', 'buy'] as const) {
        const [signer] = kind === 'buy' ? people.slice(1) : people
        if (signer === undefined) throw new Error('nobody signs')
        const message = drawOne(kind, await readWorld(regen, own, addresses), random, signer.address)
        const previews: FeePreview[] = []
        const client = (await createRegenSigningClient(
          stargate as unknown as typeof stargate39,
          rpc,
          signer.wallets[mode],
          {
            gasPrice: stargate.GasPrice.fromString('0.025uregen'),
            broadcastPollIntervalMs: 200,
            confirm: preview => previews.push(preview) > 0,
          },
        )) as stargate39.SigningStargateClient
        const messages = await withMaxFees(client, message)
        const sent = await client.signAndBroadcast(signer.address, messages, 'auto')
        const [height, before] = [BigInt(sent.height), BigInt(sent.height) - 1n]
        const held = async (at: bigint) => readCoinAmount(await regen.ledger(at), signer.address, 'uregen')
        const previewed = previews[0]?.live.debits.find(
          ({ account, denom }) => account === signer.address && denom === 'uregen',
        )
        outcomes.push({
          name: `CosmJS ${version}, ${mode}, ${kind}`,
          code: sent.code,
          height,
          gas: `${sent.gasUsed} of ${sent.gasWanted}`,
          previewed: previewed?.amount ?? 0n,
          debited: (await held(before)) - (await held(height)),
        })
        client.disconnect()
        const last = outcomes.at(-1)
        say(
          `${last?.name}: code ${last?.code}, height ${height}, gas ${last?.gas}, previewed ${last?.previewed}, debited ${last?.debited} uregen`,
        )
      }
  return outcomes
}

function drawOne(
  kind: 'issue' | 'send' | 'retire' | 'buy',
  world: World,
  random: Random,
  signer: string,
): Message {
  const draw = { issue: createBatch, send, retire, buy }[kind]
  for (let turn = 0; turn < 50; turn++) {
    const message = draw(world, random, signer)
    if (message !== null) return message
  }
  throw new Error(`${signer} has nothing to ${kind}`)
}

/** The fee limits that the preview names, where a purchase has none. */
async function withMaxFees(client: object, message: Message): Promise<Message[]> {
  const [bought] = (await previewWith(client, [message])).messages
  if (bought === undefined || bought.purchases.length === 0) return [message]
  const { orders, ...rest } = message.value as {
    readonly orders: readonly { readonly bidPrice: { readonly denom: string } }[]
  }
  return [
    {
      typeUrl: message.typeUrl,
      value: {
        ...rest,
        orders: orders.map((order, index) => ({
          ...order,
          maxFeeAmount: {
            denom: order.bidPrice.denom,
            amount: `${bought.purchases[index]?.leastMaxFee ?? 0n}`,
          },
        })),
      },
    },
  ]
}
