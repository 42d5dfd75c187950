import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEFAULT_TIMEOUT_BLOCKS } from '../../src/client/send/broadcast/timeoutHeight.ts'
import { DEFAULT_GAS_MARGIN, gasLimitFor } from '../../src/client/send/gas/gasLimit.ts'
import { mostGasFee } from '../../src/client/send/gas/gasPrice.ts'

/** The numbers in docs/sending.md are those of the code. */

const page = readFileSync(new URL('../../docs/sending.md', import.meta.url), 'utf8')
const NONE = { num: 0n, den: 1n }
const grouped = (number: bigint | number) => number.toLocaleString('en-US')

test.each([
  ['what a simulation leaves out', `limit = ceil( (simulated + ${grouped(gasLimitFor(0n, 0n, NONE))} +`],
  ['gas of a byte', ` ${grouped(gasLimitFor(0n, 1n, NONE) - gasLimitFor(0n, 0n, NONE))} × bytes more)`],
  ['the margin', `\`gasMargin\` is \`'${DEFAULT_GAS_MARGIN}'\``],
  ['the most for gas', `| ${grouped(mostGasFee({}).amount / 1_000_000n)} REGEN;`],
  [
    'the most gas in another denom',
    `${grouped(mostGasFee({ gasPrice: '1other' }).amount)} gas at the stated`,
  ],
  ['how many blocks may take it', `\`timeoutBlocks: ${DEFAULT_TIMEOUT_BLOCKS}\``],
])('%s', (_, words) => {
  expect(page).toContain(words)
})
