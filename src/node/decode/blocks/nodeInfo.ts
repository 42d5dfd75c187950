import type { GetNodeInfoResponse } from '../../../wire/generated/cosmos/base/tendermint/v1beta1/query.ts'
import type { Fields } from '../fields.ts'

/** The software of the node that answered. */
export type NodeInfo = {
  /** Such as 'regen'. */
  readonly name: string
  /** Such as '7.0.0'. */
  readonly version: string
  readonly cosmosSdkVersion: string
}

export const toNodeInfo = ({ applicationVersion }: GetNodeInfoResponse, read: Fields): NodeInfo =>
  read.message('application_version', applicationVersion, ({ name, version, cosmosSdkVersion }) => ({
    name,
    version,
    cosmosSdkVersion,
  }))
