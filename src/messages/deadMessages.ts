/** Where the chain stops such a message: before it is looked at, when it is signed, or when it runs. */
export type DeadMessage = {
  readonly stoppedBy: 'validation' | 'signing' | 'execution'
  readonly reason: string
}

/** Messages that exist in the chain's interface and cannot be used on v7, with the reason. */
export const DEAD_MESSAGES: { readonly [typeUrl: string]: DeadMessage } = {
  '/regen.ecocredit.v1.MsgCreateUnregisteredProject': {
    stoppedBy: 'validation',
    reason: 'its validation is not implemented, and the node panics on it',
  },
  '/regen.ecocredit.v1.MsgCreateOrUpdateApplication': {
    stoppedBy: 'validation',
    reason: 'its validation is not implemented, and the node panics on it',
  },
  '/regen.ecocredit.v1.MsgUpdateProjectEnrollment': {
    stoppedBy: 'validation',
    reason: 'its validation is not implemented, and the node panics on it',
  },
  '/regen.ecocredit.v1.MsgUpdateProjectFee': {
    stoppedBy: 'execution',
    reason: 'it has no handler; there is no project fee to set',
  },
  '/regen.ecocredit.basket.v1.MsgUpdateDateCriteria': {
    stoppedBy: 'signing',
    reason: 'it names a field "curator" as its signer, which it does not have',
  },
  '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend': {
    stoppedBy: 'execution',
    reason: 'the community pool is kept by protocolpool: use /cosmos.protocolpool.v1.MsgCommunityPoolSpend',
  },
  '/cosmos.distribution.v1beta1.MsgFundCommunityPool': {
    stoppedBy: 'execution',
    reason: 'the community pool is kept by protocolpool: use /cosmos.protocolpool.v1.MsgFundCommunityPool',
  },
}

/** Why a message cannot be used; undefined when nothing is known against it. */
export const deadMessage = (typeUrl: string): DeadMessage | undefined =>
  Object.hasOwn(DEAD_MESSAGES, typeUrl) ? DEAD_MESSAGES[typeUrl] : undefined
