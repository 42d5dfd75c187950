import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { purchaseLines } from '../../src/cli/preview/renderLive.ts'
import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { parseRegen } from '../../src/primitives/uregen.ts'
import { holds } from '../support/arbitraries.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { example, run } from './run.ts'

const account = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const buyer = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const purchase = JSON.parse(readFileSync(example('purchase'), 'utf8')).messages[0]
const withoutMaxFee = () => {
  const copy = structuredClone(purchase)
  delete copy.value.orders[0].maxFeeAmount
  return JSON.stringify([copy])
}

describe('the verdict comes first', () => {
  test('a refused transaction does not look like success; --strict gives an exit code of its own', async () => {
    const refused = await run(['preview'], { stdin: withoutMaxFee() })
    expect(refused.code).toBe(0)
    expect(refused.out.split('\n').slice(0, 3)).toEqual([
      'The chain would refuse this: 1 reason',
      '- message 1: The purchase from order 1 names no maxFeeAmount, which the chain reads as 0, but a buyer fee of 0.586419 REGEN is due. [MAX_FEE_MISSING]',
      '  Set maxFeeAmount of that order to the fee that is due, or a little more.',
    ])
    expect((await run(['preview', '--strict'], { stdin: withoutMaxFee() })).code).toBe(3)
    const json = await run(['preview', '--strict', '--json'], { stdin: withoutMaxFee() })
    expect(json.code).toBe(3)
    expect(JSON.parse(json.out).verdict).toMatchObject({
      refused: true,
      reasons: [{ code: 'MAX_FEE_MISSING', message: '1' }],
    })
    expect((await run(['preview', '--strict', example('purchase')])).code).toBe(0)
  })

  test('a mistyped MsgBuyDirct blocks, and the near name is suggested', async () => {
    const typeUrl = '/regen.ecocredit.marketplace.v1.MsgBuyDirct'
    const stdin = JSON.stringify([{ ...purchase, typeUrl }])
    const { code, out } = await run(['preview', '--strict'], { stdin })
    expect(code).toBe(3)
    expect(out).toContain('Did you mean /regen.ecocredit.marketplace.v1.MsgBuyDirect?')
    expect(out).toContain('At least that: what a message takes is not known, and more may leave.')
  })

  test('a purchase from an order that is not there has no known price, and the total is a lower bound', async () => {
    const [order] = purchase.value.orders
    const gone = {
      ...purchase,
      value: { ...purchase.value, orders: [order, { ...order, sellOrderId: '4711' }] },
    }
    const alone = { ...purchase, value: { ...purchase.value, orders: [{ ...order, sellOrderId: '4711' }] } }
    const [only, beside] = await Promise.all(
      [alone, gone].map(message => run(['preview'], { stdin: JSON.stringify([message]) })),
    )
    for (const out of [only?.out, beside?.out]) {
      expect(out).toContain('price or fee not known')
      expect(out).toContain('At least that: what a message takes is not known, and more may leave.')
      expect(out).not.toMatch(/nothing but gas|pays in all/)
    }
    expect(only?.out).toContain('pays at least about 0.004825 REGEN, which is gas')
    expect(beside?.out).toMatch(/pays at least about [\d.]+ REGEN: 59\.228369 REGEN and about/)
    const { live, messages } = JSON.parse(
      (await run(['preview', '--json'], { stdin: JSON.stringify([alone]) })).out,
    )
    expect([live.complete, live.debits, messages[0].known, messages[0].priced]).toEqual([
      false,
      [],
      true,
      false,
    ])
  })

  test('what is said of a message after a refused one says what is left after it, and that the chain stops', async () => {
    const send = (amount: string) => ({
      typeUrl: '/cosmos.bank.v1beta1.MsgSend',
      value: { fromAddress: buyer, toAddress: account, amount: [{ denom: 'uregen', amount }] },
    })
    const of = async (...amounts: readonly string[]) =>
      (await run(['preview'], { stdin: JSON.stringify(amounts.map(send)) })).out
    const two = await of('99000000000000', '25250000')
    expect(two).toContain(
      `message 1: ${buyer} holds 1999813.766579 REGEN where 99000000 REGEN is needed. [BALANCE_TOO_LOW]`,
    )
    expect(two).toContain(
      `message 2: ${buyer} holds 1999813.766579 REGEN now, and 0 REGEN after what comes before it, where 25.25 REGEN is needed. [BALANCE_TOO_LOW]`,
    )
    expect(two).toContain('The chain stops at the first of them, and nothing of the transaction happens.')
    expect(await of('99000000000000')).not.toContain('The chain stops at')
  })

  test('what could not be checked is said', async () => {
    const { out } = await run(['preview', example('transfer')])
    const { certain } = JSON.parse((await run(['preview', example('transfer'), '--json'])).out).verdict
    expect(out.startsWith('Nothing speaks against it on this state.')).toBe(certain)
  })
})

describe('price + fee = total, line by line, with who pays', () => {
  test('one credit is one credit', async () => {
    const one = structuredClone(purchase)
    one.value.orders[0].quantity = '1'
    const { out } = await run(['preview'], { stdin: JSON.stringify([one]), columns: 140 })
    expect(out).toContain('price of 1 credit at 25 REGEN each (order 1)')
  })

  test('the recorded purchase', async () => {
    const { out } = await run(['preview', example('purchase'), '--gas', '200000'], { columns: 140 })
    const rows = [
      ...(out.split('PROPOSED')[0] ?? '').matchAll(/^│ .*│ (.*?) +│ (.*?) +│ +(\S* ?REGEN) │$/gm),
    ].map(row => row.slice(1))
    expect(rows).toEqual([
      ['price of 2.345678 credits at 25 REGEN each (order 1)', 'buyer regen160z…9aa2qg', '58.64195 REGEN'],
      ['+ buyer fee, 1 %', 'buyer regen160z…9aa2qg', '0.586419 REGEN'],
      ['= the buyer pays', '', '59.228369 REGEN'],
      ['seller fee, 2 %, out of the price', 'seller regen1crv…qhl60x', '1.172839 REGEN'],
      ['the seller receives', '', '57.469111 REGEN'],
      ['the fees, burned', '', '1.759258 REGEN'],
      ['maxFeeAmount must be at least', '', '0.586419 REGEN'],
      ['gas: 200000 units, as given, at 0.000000025 REGEN', 'regen160z…9aa2qg', '0.005 REGEN'],
    ])
    expect(out).toContain(
      'regen160z…9aa2qg pays in all 59.233369 REGEN: 59.228369 REGEN and 0.005 REGEN for gas',
    )
    expect(out).not.toMatch(/\duregen/)
  })

  test('whatever is bought at whatever rates, the lines add up', () => {
    const snapshot = parseSnapshot(JSON.parse(readFileSync(example('snapshot'), 'utf8')))
    const rate = fc
      .integer({ min: 0, max: 999 })
      .map(thousandths => `0.${String(thousandths).padStart(3, '0')}`)
    holds(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      rate,
      rate,
      (askAmount, millionths, buyerRate, sellerRate) => {
        const quantity = (millionths / 1_000_000).toFixed(6)
        const terms = { askAmount, quantity, fees: { buyer: buyerRate, seller: sellerRate }, denom: 'uregen' }
        const quote = quoteBuy(terms)
        const lines = purchaseLines(
          { ...quote, sellOrderId: '1', denom: 'uregen', quantity, suggestedMaxFeeAmount: null },
          buyer,
          snapshot,
          [],
        )
        const amount = (what: string) => {
          const text = lines.find(line => line.what.startsWith(what))?.amount.replace(' REGEN', '') ?? '0'
          return text.startsWith('−') ? -parseRegen(text.slice(1)) : parseRegen(text)
        }
        const sum = amount('price of') + amount('+ buyer fee') + amount('+ rounding')
        expect(sum).toBe(amount('= the buyer pays'))
        expect(sum).toBe(quote.debit)
        expect(amount('the seller receives') + amount('the fees, burned')).toBe(quote.debit)
      },
    )
  })
})

describe('gas belongs in it by default', () => {
  test('a live preview shows what the node estimates: limit, price, fee, and the total with it', async () => {
    const node = await recordedNode()
    node.standBefore('buy 2.345678 with fees')
    const argv = ['preview', example('purchase'), '--rpc', node.url]
    const { gas, live } = JSON.parse((await run([...argv, '--json'])).out)
    expect(gas).toMatchObject({
      basis: 'estimated',
      price: '0.025',
      denom: 'uregen',
      payer: buyer,
      note: null,
    })
    expect(BigInt(gas.fee)).toBe((BigInt(gas.limit) + 39n) / 40n)
    expect(live.debits).toEqual([
      { account: buyer, denom: 'uregen', amount: String(59_228_369n + BigInt(gas.fee)) },
    ])
    expect((await run(argv, { columns: 140 })).out).toMatch(
      /units, as the node estimates, at 0\.000000025 REGEN/,
    )
  })

  test('where the account does not allow an estimate it is typical gas, and says so', async () => {
    const node = await recordedNode()
    node.standBefore('buy 2.345678 with fees')
    // No simulation of this one was recorded.
    const other = structuredClone(purchase)
    other.value.orders[0].quantity = '1.5'
    const argv = ['preview', '--rpc', node.url]
    const { code, out } = await run([...argv, '--json'], { stdin: JSON.stringify([other]) })
    expect([code, JSON.parse(out).gas]).toMatchObject([0, { basis: 'typical', limit: '193000' }])
    expect((await run(argv, { stdin: JSON.stringify([other]) })).out).toContain(
      'The gas is what such messages used when they were measured: the node could not estimate it:',
    )
  })

  test('offline it is typical gas of each message; it is in no balance that was checked', async () => {
    const { gas, live } = JSON.parse((await run(['preview', example('mixed'), '--json'])).out)
    expect(gas).toMatchObject({ basis: 'typical', limit: '462000', fee: '11550' })
    expect(live.gas).toBeNull()
    const { out } = await run(['preview', example('mixed')])
    expect(out).toContain('pays in all about 74.75155 REGEN: 74.74 REGEN and about 0.01155 REGEN for gas')
  })
})

describe('a --generate-only file', () => {
  const file = (changes: object = {}, body: object = {}) =>
    JSON.stringify({
      body: {
        messages: [{ '@type': purchase.typeUrl, ...purchase.value }],
        memo: 'for the forest',
        timeout_height: '0',
        ...body,
      },
      auth_info: {
        signer_infos: [],
        fee: {
          amount: [{ denom: 'uregen', amount: '7001' }],
          gas_limit: '150000',
          payer: '',
          granter: '',
          ...changes,
        },
      },
      signatures: [],
    })

  test('its auth_info.fee, gas limit and memo count', async () => {
    const { out } = await run(['preview'], { stdin: file() })
    expect(out).toContain('Fee offered: 0.007001 REGEN for at most 150000 gas')
    expect(out).toContain('Memo: for the forest')
    expect(out).toMatch(/pays in all 59\.23537 REGEN: 59\.228369 REGEN and 0\.007001 REGEN for gas/)
    const { gas, transaction } = JSON.parse((await run(['preview', '--json'], { stdin: file() })).out)
    expect(gas).toMatchObject({ basis: 'transaction', limit: '150000', fee: '7001' })
    expect(transaction).toMatchObject({ memo: 'for the forest', fee: { gasLimit: '150000' } })
  })

  test('who pays is its payer or granter', async () => {
    const { out } = await run(['preview', '--json'], { stdin: file({ granter: account }) })
    expect(JSON.parse(out).gas.payer).toBe(account)
  })

  test('a timeout that is over is a refusal', async () => {
    const { code, out } = await run(['preview', '--strict'], { stdin: file({}, { timeout_height: '367' }) })
    expect([code, out.split('\n')[1]]).toEqual([
      3,
      '- It is valid up to height 367, and the chain is at 367. [TIMED_OUT]',
    ])
  })

  test('the fee amount "abc" is a clear error', async () => {
    const { code, err } = await run(['preview'], {
      stdin: file({ amount: [{ denom: 'uregen', amount: 'abc' }] }),
    })
    expect([code, err.split('\n')[1]]).toEqual([1, '✖ expected a whole number at fee.amount[0].amount'])
  })
})

test('--price C01=25REGEN works; one that is not used says the form that does', async () => {
  const json = async (...argv: string[]) => JSON.parse((await run(['preview', ...argv, '--json'])).out)
  const [inRegen, inUregen] = [
    await json(example('retirement'), '--price', 'C01=25REGEN'),
    await json(example('retirement'), '--price', 'C01=25000000uregen'),
  ]
  expect(inRegen).toEqual(inUregen)
  const { verdict } = await json(example('purchase'), '--price', 'C01=25REGEN')
  expect(verdict.notes).toMatchObject([
    { code: 'PRICE_UNUSED', remedy: expect.stringContaining('such as C01=25REGEN') },
  ])
})

test.each([
  ['--contracts', ['--contracts', 'contracts.json']],
  ['--fee-router', ['--fee-router', 'module']],
  ['--denoms', ['--denoms']],
])('%s asks a node, and without one it is refused', async (flag, words) => {
  const { code, err } = await run(['preview', example('purchase'), ...words])
  expect([code, err]).toEqual([1, expect.stringContaining('it asks a node: name one with --rpc')])
  expect(err).toContain(flag)
})
