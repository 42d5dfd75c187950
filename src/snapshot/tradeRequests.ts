import type { Catalog } from '../messages/catalogOf.ts'
import type { PreviewInput } from '../preview/feePreview.ts'
import { checkOptions } from '../preview/readInput.ts'
import { runTransaction } from '../preview/run/runTransaction.ts'
import { openLedger } from '../preview/run/workingLedger.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { coinRequest } from './balanceRequests.ts'
import type { Request } from './request.ts'
import { SETTING_REQUESTS } from './settingRequests.ts'

/**
 * What every purchase needs, whatever its order turns out to be: today's marketplace fees and the buyer's coins. They are asked for in the same
 * wave as the order. Otherwise the order would have to be read first.
 */
export const tradeRequests = (input: PreviewInput, catalog: Catalog): readonly Request[] =>
  runTransaction(openLedger(checkOptions(input).snapshot, catalog), input).run.flatMap(
    ({ typeUrl, signer, runs }) =>
      runs && signer !== '' && catalog.typeOf(typeUrl)?.charges.includes('MarketplaceTrade')
        ? [...SETTING_REQUESTS.feeParams(), coinRequest(normalizeAddress(signer))]
        : [],
  )
