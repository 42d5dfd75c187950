import type { FeeParams } from '../../mechanisms/live-marketplace-fees/params.ts'
import { FeeParams as Wire } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'

const LONGEST = 100

/**
 * The marketplace's fee rates, as governance wrote them: '' is no fee, and '0' stops all purchases. A chain where they were
 * never set has no bytes for them, which means no fees.
 *
 * Bytes that are not exactly what the chain writes for this message are 'unknown': another wire type, a field that is not
 * known, a text that is no text. A decoder that passes over them would read "no fee" and understate what is due.
 */
export function toFeeParams(bytes: Uint8Array): FeeParams | 'unknown' {
  try {
    const read = Wire.decode(bytes)
    const written = Wire.encode(read).finish()
    if (written.length !== bytes.length || written.some((byte, at) => byte !== bytes[at])) return 'unknown'
    const { buyerPercentageFee: buyer, sellerPercentageFee: seller } = read
    return buyer.length > LONGEST || seller.length > LONGEST ? 'unknown' : { buyer, seller }
  } catch {
    return 'unknown'
  }
}
