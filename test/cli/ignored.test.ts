import { expect, test } from 'vitest'
import { example, run } from './run.ts'

/** What a user types counts, or is refused: nothing is passed over in silence. */

const PREVIEW = ['preview', example('mixed')]
const PERIOD = ['wash', '--state', example('epoch/state'), '--inputs', example('epoch/inputs')]

test.each([
  [
    [...PREVIEW, '--price', 'C01=1uregen', '--price', 'C01=2uregen'],
    /--price is invalid.*"C01" is named twice/s,
  ],
  [[...PREVIEW, '--rate', 'uusdc=1uregen', '--rate', 'uusdc=1uregen'], /--rate .*"uusdc" is named twice/s],
  [[...PERIOD, '--issuance', '-5'], /--issuance: the honest period is that of --state and --inputs/],
  [[...PERIOD, '--trade', '1', '--stability', '0'], /--trade, --stability: the honest period/],
  [['wash', '--issuance', '-5'], /"-5" is not an amount.*\[AMOUNT_MALFORMED\]/],
  [['wash', '--retirement=-5'], /"-5" is not an amount.*\[AMOUNT_MALFORMED\]/],
  [['orders', '--class', 'nope'], /a class id like "C01" at class.*\[INPUT_INVALID\]/s],
  [['orders', '--class', 'C01', '--batch', 'foo'], /a batch denom like .* at batch/],
  [['orders', '--denom', 'u'], /a bank denom like "uregen" at denom/],
  [['orders', '--seller', 'foo'], /expected an address: .* at seller.*\[INPUT_INVALID\]/s],
  [['orders', '--seller', ''], /expected an address: it is empty at seller/],
  [['tx', 'CgA=', '--chain', 'regen-1'], /--chain is invalid.*it needs --rpc/s],
])('%j is refused', async (argv, says) => {
  const { code, out, err } = await run(argv)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(says)
})

test.each([PREVIEW, ['orders']])('%s: --chain is of a snapshot as well', async (...argv) => {
  for (const snapshot of [[], ['--snapshot', example('snapshot')]]) {
    const { code, out, err } = await run([...argv, ...snapshot, '--chain', 'regen-1'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/The snapshot is of the chain "regen-devnet-1", not "regen-1"\. .*\[CHAIN_MISMATCH\]/)
    expect((await run([...argv, ...snapshot, '--chain', 'regen-devnet-1'])).code).toBe(0)
  }
})
