import type { FeeParams } from '../../mechanisms/live-marketplace-fees/params.ts'
import type { FeeParams as Wire } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import type { Fields } from './fields.ts'

const LONGEST = 100

/**
 * The marketplace's fee rates, as governance wrote them: '' is no fee, and '0' stops all purchases. A chain where they were
 * never set has no bytes for them, which decodes to no fees.
 */
export function toFeeParams(
  { buyerPercentageFee: buyer, sellerPercentageFee: seller }: Wire,
  read: Fields,
): FeeParams {
  for (const text of [buyer, seller])
    if (text.length > LONGEST) read.fail('fee', `at most ${LONGEST} characters`, text)
  return { buyer, seller }
}
