import { type Regen, readStatus } from '../../src/client.ts'
import { tendermintGetNodeInfo } from '../../src/node/endpoints/bank.ts'
import { queryLatest } from '../../src/node/rpc/query.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { sanitize } from '../../src/primitives/sanitize.ts'

/** What a node runs; 'unknown' where it does not tell. */
export type Versions = {
  readonly regenLedger: string
  readonly cosmosSdk: string
  readonly cometbft: string
}

export async function readVersions({ rpc }: Regen): Promise<Versions> {
  const { version } = await readStatus(rpc)
  try {
    const { answer } = await queryLatest(rpc, tendermintGetNodeInfo, {})
    const { version: regenLedger, cosmosSdkVersion } = answer.applicationVersion ?? {}
    return {
      regenLedger: sanitize(regenLedger || 'unknown'),
      cosmosSdk: sanitize(cosmosSdkVersion || 'unknown'),
      cometbft: sanitize(version),
    }
  } catch (error) {
    if (!isRegenError(error)) throw error
    return { regenLedger: 'unknown', cosmosSdk: 'unknown', cometbft: sanitize(version) }
  }
}
