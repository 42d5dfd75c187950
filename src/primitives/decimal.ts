import { Decimal as Shared } from 'decimal.js'

/**
 * The one private clone of decimal.js: 60 significant digits, rounding towards zero, deaf to `Decimal.set` of a host.
 * For square roots, statistics and display only; money is never computed with it.
 */
export const Decimal = Shared.clone({ defaults: true, precision: 60, rounding: Shared.ROUND_DOWN })
