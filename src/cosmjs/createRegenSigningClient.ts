import type { Message } from '../messages/message.ts'
import { warningSentence } from '../messages/warningSentences.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { RegenError } from '../primitives/errors.ts'
import { PREVIEW_BLOCKS } from '../primitives/errorTable/sending.ts'
import type { SnapshotOptions } from '../snapshot/takeSnapshot.ts'
import { AMINO_CONVERTERS } from '../wire/aminoJson.ts'
import { registryTypes } from '../wire/registryTypes.ts'
import { previewWith } from './previewWith.ts'

/** What is used of the module @cosmjs/stargate, whichever version it is. The reader imports it; nothing is imported here, so that two versions never meet. */
export type StargateModule<Client extends SigningClient = SigningClient> = {
  readonly SigningStargateClient: {
    // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
    connectWithSigner(endpoint: any, signer: any, options?: any): Promise<Client>
  }
  readonly AminoTypes: new (
    // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
    converters: any,
  ) => unknown
  // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
  createDefaultAminoConverters(): any
}

type Fee = { readonly gas: string; readonly payer?: string; readonly granter?: string }

type SigningClient = {
  // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
  readonly registry: { register(typeUrl: string, type: any): void }
  // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
  sign(...args: any[]): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: each version declares its own
  simulate(...args: any[]): Promise<number>
}

/**
 * Gas that CosmJS's simulation leaves out, as it carries no fee, no key that counts and no signature: on a v7 node a retirement by `fee: 'auto'` ran out of gas
 * without it, in every version.
 */
const NOT_SIMULATED = 40_000

/** What `createRegenSigningClient` takes beside the signer: the gas price, a question before the wallet, and what the preview assumes. */
export type RegenSigningOptions = {
  /** As CosmJS takes it, for `fee: 'auto'`: '0.025uregen', or its GasPrice. */
  readonly gasPrice?: unknown
  /** Given the preview before the wallet is asked. Where it gives false, nothing is signed: PREVIEW_BLOCKS, with an empty list of warnings. */
  readonly confirm?: (preview: FeePreview) => boolean | Promise<boolean>
  /** What the preview assumes. */
  readonly preview?: Pick<SnapshotOptions, 'policy' | 'prices' | 'rates' | 'phase'>
  /** Other options of SigningStargateClient. */
  readonly [option: string]: unknown
}

/**
 * CosmJS's own SigningStargateClient with Regen's message types and amino names, which previews before it signs: what the chain would refuse throws
 * PREVIEW_BLOCKS before the wallet is asked. `simulate`, and with it `fee: 'auto'`, gives 40,000 gas more than CosmJS does. Everything else is as CosmJS
 * has it.
 *
 * @example
 * import * as stargate from '@cosmjs/stargate'
 * const signing = await createRegenSigningClient(stargate, 'https://regen-rpc.publicnode.com', wallet, {
 *   gasPrice: stargate.GasPrice.fromString('0.025uregen'),
 * })
 */
export async function createRegenSigningClient<Client extends SigningClient>(
  stargate: StargateModule<Client>,
  endpoint: unknown,
  signer: unknown,
  { confirm, preview: assumptions = {}, ...options }: RegenSigningOptions = {},
): Promise<Client> {
  const { SigningStargateClient, AminoTypes, createDefaultAminoConverters } = stargate
  const aminoTypes = new AminoTypes({ ...createDefaultAminoConverters(), ...AMINO_CONVERTERS })
  const client = await SigningStargateClient.connectWithSigner(endpoint, signer, { aminoTypes, ...options })
  for (const [typeUrl, type] of registryTypes) client.registry.register(typeUrl, type)
  const [sign, simulate] = [client.sign.bind(client), client.simulate.bind(client)]
  client.simulate = async (...args: readonly unknown[]) => (await simulate(...args)) + NOT_SIMULATED
  // Whatever signs goes through here: sign, signAndBroadcast and signAndBroadcastSync.
  client.sign = async (address: string, messages: readonly Message[], fee: Fee, ...rest: unknown[]) => {
    const preview = await previewWith(client, messages, {
      ...assumptions,
      gasLimit: BigInt(fee.gas),
      feePayer: fee.granter ?? fee.payer ?? address,
    })
    const blocking = preview.warnings.filter(({ blocks }) => blocks)
    if (blocking.length > 0 || (confirm !== undefined && !(await confirm(preview))))
      throw new RegenError(PREVIEW_BLOCKS, {
        warnings: blocking.map(warning => ({ code: warning.code, sentence: warningSentence(warning) })),
      })
    return sign(address, messages, fee, ...rest)
  }
  return client
}
