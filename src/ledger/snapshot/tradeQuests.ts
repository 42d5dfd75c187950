import { messageType } from '../../messages/catalog.ts'
import type { PreviewInput } from '../../preview/feePreview.ts'
import { previewFees } from '../../preview/previewFees.ts'
import { normalizeAddress } from '../../primitives/address.ts'
import { coinQuest } from './balanceQuests.ts'
import type { Quest } from './quest.ts'
import { SETTING_QUESTS } from './settingQuests.ts'

/**
 * What every purchase needs, whatever its order turns out to be: today's marketplace fees and the buyer's coins. Asked for together with the
 * order itself, which otherwise would have to be there first.
 */
export const tradeQuests = (input: PreviewInput): readonly Quest[] =>
  previewFees(input).messages.flatMap(({ typeUrl, signer, runs }) =>
    runs && signer !== '' && messageType(typeUrl)?.charges.includes('MarketplaceTrade')
      ? [...SETTING_QUESTS.feeParams(), coinQuest(normalizeAddress(signer))]
      : [],
  )
