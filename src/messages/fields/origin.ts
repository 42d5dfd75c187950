import * as z from 'zod/mini'
import { ETHEREUM_ADDRESS, field } from './identifiers.ts'
import { rule } from './rules.ts'
import { anyText, optionalText } from './text.ts'

const BRIDGE_SOURCE = /^[a-zA-Z0-9][a-zA-Z0-9 _-]{0,31}$/
const BRIDGE_ID = /^[a-zA-Z0-9][a-zA-Z0-9 _-]{0,127}$/

/** The transaction on another chain or registry that credits were issued for. */
export const originTx = z.strictObject({
  id: field('origin-tx', BRIDGE_ID, '1 to 128 letters, digits, spaces, "-" or "_"'),
  source: field('origin-tx', BRIDGE_SOURCE, '1 to 32 letters, digits, spaces, "-" or "_"'),
  contract: anyText.check(
    rule('ethereum-address', value =>
      value === '' || ETHEREUM_ADDRESS.test(value)
        ? null
        : 'expected 0x and 40 hexadecimal digits, or nothing',
    ),
  ),
  note: optionalText(512),
})
