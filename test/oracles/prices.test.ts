import { secp256k1 } from '@noble/curves/secp256k1.js'
import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { previewFees } from '../../src/index.ts'
import {
  documentOf,
  documentText,
  type PriceRules,
  priceRules,
  priceSource,
  readDocument,
  readPrices,
  toPriceReadings,
  withPrices,
} from '../../src/oracles/index.ts'
import { requireVouched } from '../../src/oracles/rules.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { formatAddress } from '../../src/primitives/address.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'
import { adr36Bytes } from '../../src/redistribution/adr36.ts'
import { retire, SMALL } from '../support/snapshots.ts'

/** Prices from files: what is read, and what is refused by name. */

const AT = parseTime('2026-11-21T00:00:00Z').seconds
const RULES: PriceRules = priceRules(DEFAULT_POLICY)

const read = (text: string, rules = RULES) =>
  readPrices([priceSource(documentOf('prices', text, rules.trusted))], rules, AT)
const readings = async (text: string) => toPriceReadings(await readDocument('prices', text))
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    error => error.code as string,
  )

describe('one list of prices, in JSON or CSV', () => {
  test('a class, a credit type, a time and what they are stated as', async () => {
    const json = `[{ "source": "external", "time": "2026-11-20", "classes": { "C02": "25REGEN" }, "types": { "C": "2.5uusdc" } }]`
    const csv =
      'class,price,time,source\nC02,25REGEN,2026-11-20,external\nC,2.5uusdc,2026-11-20T00:00:00Z,external\n'
    const flat = (list: Awaited<ReturnType<typeof readings>>) =>
      list.flatMap(({ classes, types, time, source }) =>
        Object.entries({ ...types, ...classes }).map(([of, price]) => [of, price, time, source]),
      )
    const expected = [
      ['C', '2.5uusdc', '2026-11-20T00:00:00Z', 'external'],
      ['C02', '25000000uregen', '2026-11-20T00:00:00Z', 'external'],
    ]
    expect(flat(await readings(json)).sort()).toEqual(expected)
    expect(flat(await readings(`\uFEFF${csv}`)).sort()).toEqual(expected)
  })

  test('whatever prices are written, the preview values credits at exactly these', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 30n }), async price => {
        const answer = await read(`class,price,time\nC01,${price}uregen,2026-11-20\n`)
        const policy = parsePolicy({ m013: { valuation: [{ source: 'governance-reference' }] } })
        const snapshot = withPrices({ ...SMALL, time: '2026-11-21T00:00:00Z' }, answer)
        const [part] =
          previewFees({ messages: [retire()], snapshot, policy }).messages[0]?.proposed.parts ?? []
        expect(part?.valuation.price).toEqual({ num: price, den: 1n })
        expect(part?.valuation.age).toBe(86_400n)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is no list of prices is refused', () => {
  test.each([
    ['NaN', 'class,price\nC01,NaNuregen'],
    ['1e400', 'class,price\nC01,1e400uregen'],
    ['a negative price', 'class,price\nC01,-25uregen'],
    ['a price without a denom', 'class,price\nC01,25'],
    ['a number of JSON', '{ "classes": { "C01": 25 } }'],
    ['a number of JSON that is none', '{ "classes": { "C01": 1e400 } }'],
    ['a denom with markup', '{ "classes": { "C01": "25<b>uregen</b>" } }'],
    ['a time that is none', 'class,price,time\nC01,25REGEN,yesterday'],
    ['a source that is none', 'class,price,source\nC01,25REGEN,a friend'],
    ['two prices of one class', 'class,price\nC01,25REGEN\nC01,26REGEN'],
    [
      'two prices of one class, of which JSON keeps the last',
      '{ "classes": { "C01": "1REGEN", "C01": "2REGEN" } }',
    ],
    ['the same with an escape', '{ "classes": { "C01": "1REGEN", "\\u004301": "2REGEN" } }'],
    ['a column that nobody knows', 'class,price,discount\nC01,25REGEN,5'],
    ['a column twice', 'class,price,price\nC01,25REGEN,26REGEN'],
    ['no column of prices', 'class,cost\nC01,25REGEN'],
    ['a row that is too short', 'class,price\nC01'],
    ['a quote without its end', 'class,price\n"C01,25REGEN'],
    ['nothing', ''],
    ['a head without rows', 'class,price'],
    ['JSON that ends too early', '{ "classes": '],
    ['JSON that is deeper than any parser likes', '['.repeat(100_000)],
  ])('%s', async (_, text) => {
    expect(await codeOf(read(text))).toBe('INPUT_INVALID')
  })

  test('the error says the source, and nothing of what stands in a file named by mistake', async () => {
    await expect(readDocument('secrets.json', '{ "password": hunter2 }')).rejects.toThrow(
      /^secrets\.json is invalid:\n✖ it is neither JSON nor CSV\n/,
    )
    await expect(readDocument('prices.csv', 'class,price\nC01,25').then(toPriceReadings)).rejects.toThrow(
      /^prices\.csv is invalid/,
    )
  })
})

describe('the rules', () => {
  const dated = (time: string, source = 'governance-reference') =>
    `class,price,time,source\nC01,25REGEN,${time},${source}\n`

  test('a price is taken until it is as old as the policy says, and not a second longer', async () => {
    expect(await codeOf(read(dated('2026-11-14T00:00:00Z')))).toBe('read')
    expect(await codeOf(read(dated('2026-11-13T23:59:59Z')))).toBe('SOURCE_STALE')
  })

  test('clocks may differ by five minutes; what is later is from the future', async () => {
    const { stated } = await read(dated('2026-11-21T00:05:00Z'))
    expect(stated.map(({ time }) => time)).toEqual(['2026-11-21T00:00:00Z'])
    expect(await codeOf(read(dated('2026-11-21T00:05:01Z')))).toBe('SOURCE_AHEAD')
  })

  test('what the policy takes no prices from is not read in silence', async () => {
    const policy = parsePolicy({ m013: { valuation: [{ source: 'twap-7d' }, { source: 'external' }] } })
    expect(await codeOf(read(dated('2026-11-20'), priceRules(policy)))).toBe('SOURCE_UNUSED')
    expect(await codeOf(read(dated('2026-11-20', 'external'), priceRules(policy)))).toBe('read')
  })

  test('a price outside the bounds of its denom is named, with both', async () => {
    const bounds = { uregen: { least: parseRatio('1000000'), most: parseRatio('100000000') } }
    const within = (price: string) => read(`class,price\nC01,${price}`, { ...RULES, bounds })
    expect(await codeOf(within('1REGEN'))).toBe('read')
    expect(await codeOf(within('100REGEN'))).toBe('read')
    expect(await codeOf(within('1uusdc'))).toBe('read')
    await expect(within('0.999999REGEN')).rejects.toMatchObject({ code: 'SOURCE_OUT_OF_BOUNDS' })
    await expect(within('100.000001REGEN')).rejects.toThrow(
      'The price of C01 of prices is 100000001 uregen; believed is what lies within 1000000 to 100000000. Check the unit',
    )
  })
})

describe('signatures', () => {
  const key = new Uint8Array(32).fill(7)
  const publicKey = secp256k1.getPublicKey(key)
  const signer = formatAddress(ripemd160(sha256(publicKey)))
  const list = { classes: { C01: '25REGEN' }, time: '2026-11-20' }
  const signed = (json: object, changes: object = {}) =>
    JSON.stringify({
      ...json,
      signatures: [
        {
          signer,
          pub_key: { type: 'tendermint/PubKeySecp256k1', value: base64.encode(publicKey) },
          signature: base64.encode(secp256k1.sign(adr36Bytes(signer, documentText(list)), key)),
          ...changes,
        },
      ],
    })
  const rules = priceRules(DEFAULT_POLICY, [signer])

  test('a list that a trusted account signed is taken, in whatever order its fields stand', async () => {
    const { stated } = await read(signed({ time: list.time, classes: list.classes }), rules)
    expect(stated.map(({ signers }) => signers)).toEqual([[signer]])
  })

  test('one that nobody or another one signed is not', async () => {
    expect(await codeOf(read(JSON.stringify(list), rules))).toBe('SOURCE_UNSIGNED')
    expect(await codeOf(read('class,price\nC01,25REGEN', rules))).toBe('SOURCE_UNSIGNED')
    expect(await codeOf(read(signed(list), priceRules(DEFAULT_POLICY, ['regen1other'])))).toBe(
      'SOURCE_UNSIGNED',
    )
  })

  test('one account that vouches twice is one, and whoever is not trusted is none', () => {
    const [trusted, from] = [[signer, 'regen1other'], 'prices']
    const vouched = (signers: readonly string[]) => () =>
      requireVouched({ from, signers }, { trusted, leastSigners: 2 })
    expect(vouched([signer, signer])).toThrow(/SOURCE_UNSIGNED/)
    expect(vouched([signer, 'regen1stranger'])).toThrow(/SOURCE_UNSIGNED/)
    expect(vouched([signer, 'regen1other'])).not.toThrow()
  })

  test.each([
    ['another price', signed({ ...list, classes: { C01: '26REGEN' } })],
    ['another time', signed({ ...list, time: '2026-11-21' })],
    ['a field more', signed({ ...list, types: { C: '1REGEN' } })],
    ['another signer', signed(list, { signer: formatAddress(new Uint8Array(20)) })],
    ['a signature that is none', signed(list, { signature: 'AAAA' })],
  ])('%s under the signature is an error, whoever is trusted', async (_, text) => {
    expect(await codeOf(read(text))).toBe('SOURCE_ALTERED')
    expect(await codeOf(read(text, rules))).toBe('SOURCE_ALTERED')
  })
})
