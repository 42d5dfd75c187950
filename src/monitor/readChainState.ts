import type { FeeParams } from '../mechanisms/live-marketplace-fees/params.ts'
import type { SellOrder } from '../messages/ledger.ts'
import type { Proposal } from '../node/decode/modules/proposal.ts'
import { uptimeOf } from '../node/decode/modules/slashing.ts'
import type { Validator } from '../node/decode/modules/validator.ts'
import type { NodeAt } from '../node/read/ask.ts'
import { readFeeParams } from '../node/read/feeParams.ts'
import { readProposals } from '../node/read/governance.ts'
import { readSellOrders } from '../node/read/sellOrders.ts'
import { readBasketFee, readClassFee } from '../node/read/settings.ts'
import { readSigningInfos, readSlashingParams } from '../node/read/slashing.ts'
import { readValidators } from '../node/read/staking.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Ratio } from '../primitives/ratio.ts'

/** What is watched beside blocks, at one height. */
export type ChainState = {
  /** RFC 3339. */
  readonly time: string
  readonly orders: readonly SellOrder[]
  readonly fees: {
    readonly marketplace: FeeParams | 'unknown'
    readonly classFee: Coin | null
    readonly basketFee: Coin | null
  }
  readonly proposals: readonly Proposal[]
  /** Every validator, also those that are jailed and no longer bonded; uptime null where nothing was counted. */
  readonly validators: readonly { readonly validator: Validator; readonly uptime: Ratio | null }[]
}

export async function readChainState(ledger: NodeAt, time: string): Promise<ChainState> {
  const [orders, marketplace, classFee, basketFee, proposals, validators, infos, slashing] =
    await Promise.all([
      readSellOrders(ledger),
      readFeeParams(ledger),
      readClassFee(ledger),
      readBasketFee(ledger),
      readProposals(ledger),
      readValidators(ledger, 'every'),
      readSigningInfos(ledger),
      readSlashingParams(ledger),
    ])
  const infoOf = new Map(infos.map(info => [info.consensusAddress, info]))
  return {
    time,
    orders,
    fees: { marketplace, classFee, basketFee },
    proposals,
    validators: validators.map(validator => {
      const info = infoOf.get(validator.consensusAddress)
      return { validator, uptime: info ? uptimeOf(info, slashing) : null }
    }),
  }
}
