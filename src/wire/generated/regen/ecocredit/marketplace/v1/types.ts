// Written by `npm run generate` from proto/regen/ecocredit/marketplace/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { AllowedDenom } from './state.ts'

/** Legacy governance content; v7 uses MsgAddAllowedDenom. */
export interface AllowDenomProposal {
  title: string
  description: string
  denom: AllowedDenom | undefined
}
export const AllowDenomProposal: Codec<AllowDenomProposal> = /* @__PURE__ */ message<AllowDenomProposal>('string title = 1; string description = 2; AllowedDenom denom = 3', () => [AllowedDenom])
