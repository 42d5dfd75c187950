import { Registry as Registry39 } from '@cosmjs/proto-signing'
import * as stargate39 from '@cosmjs/stargate'
import { Registry as Registry32 } from 'cosmjs-proto-signing-0-32'
import { Registry as Registry36 } from 'cosmjs-proto-signing-0-36'
import * as stargate32 from 'cosmjs-stargate-0-32'
import * as stargate36 from 'cosmjs-stargate-0-36'
import {
  aminoConverters,
  createRegenSigningClient,
  previewWith,
  registryTypes,
  setupBasketExtension,
  setupDataExtension,
  setupEcocreditExtension,
  setupMarketplaceExtension,
  setupProtocolPoolExtension,
} from '../../src/cosmjs.ts'
import type { SellOrder } from '../../src/messages/ledger.ts'

/** No cast anywhere, in any of the three versions. */

new Registry32([...stargate32.defaultRegistryTypes, ...registryTypes])
new Registry36([...stargate36.defaultRegistryTypes, ...registryTypes])
new Registry39([...stargate39.defaultRegistryTypes, ...registryTypes])

new stargate32.AminoTypes({ ...stargate32.createDefaultAminoConverters(), ...aminoConverters })
new stargate36.AminoTypes({ ...stargate36.createDefaultAminoConverters(), ...aminoConverters })
new stargate39.AminoTypes({ ...stargate39.createDefaultAminoConverters(), ...aminoConverters })

declare const comet32: Parameters<typeof stargate32.QueryClient.withExtensions>[0]
declare const comet36: Parameters<typeof stargate36.QueryClient.withExtensions>[0]
declare const comet39: Parameters<typeof stargate39.QueryClient.withExtensions>[0]
const setups = [
  setupEcocreditExtension,
  setupMarketplaceExtension,
  setupBasketExtension,
  setupDataExtension,
  setupProtocolPoolExtension,
] as const
const client32 = stargate32.QueryClient.withExtensions(comet32, ...setups)
const client36 = stargate36.QueryClient.withExtensions(comet36, ...setups)
const client39 = stargate39.QueryClient.withExtensions(comet39, ...setups)
void (client32.marketplace.sellOrders() satisfies Promise<readonly SellOrder[]>)
void (client36.marketplace.sellOrder('1', { height: 7n }) satisfies Promise<SellOrder | null>)
void (client39.marketplace.sellOrdersBySeller('regen1…') satisfies Promise<readonly SellOrder[]>)
// @ts-expect-error an order has an id
void client39.marketplace.sellOrder()

declare const signing32: stargate32.SigningStargateClient
declare const signing39: stargate39.SigningStargateClient
void previewWith(signing32, [])
void previewWith(signing39, [], { gasLimit: 1n })
void previewWith(comet36, [])

declare const signer: never
void (createRegenSigningClient(
  stargate32,
  'http://a',
  signer,
) satisfies Promise<stargate32.SigningStargateClient>)
void (createRegenSigningClient(
  stargate36,
  'http://a',
  signer,
) satisfies Promise<stargate36.SigningStargateClient>)
void (createRegenSigningClient(
  stargate39,
  'http://a',
  signer,
) satisfies Promise<stargate39.SigningStargateClient>)
