import type { Message } from '../messages/message.ts'
import { parseMessages } from '../messages/parseMessages.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { previewWithEffects } from '../preview/previewWithEffects.ts'
import { type SnapshotOptions, takeSnapshotOver } from '../snapshot/takeSnapshot.ts'
import { unpackMessages } from '../wire/unpackMessages.ts'
import { type CosmjsClient, rpcOf } from './rpcOf.ts'

/**
 * Previews messages over somebody's own CosmJS client: the snapshot is read over its connection, at one pinned height, and no other connection is made. The same
 * preview as `regen.previewFees` gives at that height.
 *
 * @example
 * const preview = await previewWith(client, messages, { gasLimit: 200_000n })
 */
export async function previewWith(
  client: CosmjsClient,
  messages: readonly Message[],
  options: SnapshotOptions = {},
): Promise<FeePreview> {
  const read = parseMessages(unpackMessages(parseMessages(messages)))
  const { snapshot } = await takeSnapshotOver(rpcOf(client), read, options)
  const { accounts: _, chainId: __, height: ___, signal: ____, ...assumptions } = options
  return previewWithEffects({ ...assumptions, messages: read, snapshot })
}
