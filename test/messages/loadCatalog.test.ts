import { describe, expect, test } from 'vitest'
import snapshot from '../../examples/snapshot.json' with { type: 'json' }
import { CATALOG, WHOLE_CATALOG } from '../../src/messages/catalog.ts'
import { loadCatalog } from '../../src/messages/loadCatalog.ts'
import { toMessages } from '../../src/messages/parse/toMessages.ts'
import { loadParts } from '../../src/preview/loadParts.ts'
import { makePreview } from '../../src/preview/makePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

const LEDGER = parseSnapshot(snapshot)

const packagesOf = async (given: unknown): Promise<readonly string[]> => {
  const { types } = await loadCatalog(given)
  return types.length === CATALOG.length
    ? ['all']
    : [...new Set(types.map(({ typeUrl }) => typeUrl.slice(1, typeUrl.lastIndexOf('.'))))]
}

const plain = Object.entries(VALID_MESSAGES).map(([typeUrl, value]) => ({ typeUrl, value }))
const [bought] = plain.filter(({ typeUrl }) => typeUrl.endsWith('.MsgBuyDirect'))
const [sent] = plain.filter(({ typeUrl }) => typeUrl === '/regen.ecocredit.v1.MsgSend')
const buy = { typeUrl: bought?.typeUrl ?? '', value: bought?.value as object }

describe('what is loaded', () => {
  const MARKET = 'regen.ecocredit.marketplace.v1'
  test.each<[string, unknown, readonly string[]]>([
    ['a purchase', [buy], [MARKET]],
    ['a purchase and a transfer', [buy, sent], [MARKET, 'regen.ecocredit.v1']],
    ['no message', [], []],
    ['a misspelt purchase', [{ ...buy, typeUrl: `${buy.typeUrl}s` }], ['all']],
    ['a message that is dead', [{ typeUrl: '/regen.ecocredit.v1alpha1.MsgSend', value: {} }], ['all']],
    [
      'a package that is a property of every object',
      [{ typeUrl: '/constructor.MsgBuyDirect', value: {} }],
      ['all'],
    ],
    ['another type beside the type URL', [{ ...buy, '@type': '/cosmos.bank.v1beta1.MsgSend' }], ['all']],
    ['proto3 JSON', [{ '@type': buy.typeUrl, ...buy.value }], ['all']],
    ['amino JSON', [{ type: 'regen.marketplace/MsgBuyDirect', value: buy.value }], ['all']],
    ['a document', { messages: [buy] }, ['all']],
    ['no messages at all', null, ['all']],
  ])('%s', async (_, given, packages) => {
    expect(await packagesOf(given)).toEqual(packages)
  })

  test('every message of the Cosmos SDK may hold others: with one of them all are there', async () => {
    const cosmos = plain.filter(({ typeUrl }) => !typeUrl.startsWith('/regen.'))
    expect(cosmos.length).toBeGreaterThan(20)
    for (const message of cosmos) expect(await packagesOf([message])).toEqual(['all'])
  })
})

/** A preview as connectRegen makes it, on the ledger of the examples. */
async function loaded(given: unknown): Promise<unknown> {
  const catalog = await loadCatalog(given)
  const input = { messages: toMessages(given, catalog), snapshot: LEDGER }
  return previewJson(makePreview(input, await loadParts({}, catalog)))
}

const whole = (given: unknown): unknown =>
  previewJson(previewFees({ messages: toMessages(given, WHOLE_CATALOG), snapshot: LEDGER }))

describe('a preview with what was loaded is that with every message', () => {
  const forms: readonly [string, (message: (typeof plain)[number]) => unknown][] = [
    ['as CosmJS has it', message => message],
    ['proto3 JSON', ({ typeUrl, value }) => ({ '@type': typeUrl, ...(value as object) })],
    ['misspelt', ({ typeUrl, value }) => ({ typeUrl: `${typeUrl}x`, value })],
  ]
  for (const [form, as] of forms)
    test(`every message of the catalog, ${form}`, async () => {
      expect(plain).toHaveLength(CATALOG.length)
      for (const message of plain) expect(await loaded([as(message)])).toEqual(whole([as(message)]))
    })

  test('all of them in one transaction, and each after a purchase', async () => {
    expect(await loaded(plain)).toEqual(whole(plain))
    for (const message of plain) expect(await loaded([buy, message])).toEqual(whole([buy, message]))
  })
})
