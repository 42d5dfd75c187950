// Written by `npm run generate` from proto/cosmos/protocolpool/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface ContinuousFund {
  recipient: string
  percentage: string
  expiry: Timestamp | undefined
}
export const ContinuousFund: Codec<ContinuousFund> = /* @__PURE__ */ message<ContinuousFund>('string recipient = 1; string percentage = 2; Timestamp expiry = 3', () => [Timestamp])

export interface Params {
  enabledDistributionDenoms: string[]
  distributionFrequency: bigint
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('string[] enabledDistributionDenoms = 1; uint64 distributionFrequency = 2')
