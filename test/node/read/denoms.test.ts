import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDenomNames, readDenomTrace } from '../../../src/node/read/denoms.ts'
import { parseSnapshot, snapshotJson } from '../../../src/preview/snapshot.ts'
import { denomsOf } from '../../../src/preview/words/denomNames.ts'
import { formatAmount } from '../../../src/preview/words/formatAmount.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { QUERY_FAILED } from '../../../src/primitives/errorTable.ts'
import { ibcDenom } from '../../../src/primitives/ibcDenom.ts'
import { withDenomNames } from '../../../src/snapshot/withDenomNames.ts'
import * as transfer from '../../../src/wire/generated/ibc/applications/transfer/v1/query.ts'
import { SMALL, small } from '../../support/snapshots.ts'

/** Where denoms came from, and what they are called: answers of a v7 node whose genesis had three traces. */

type Recorded = {
  readonly name: string
  readonly path: string
  readonly request: string
  readonly response: {
    readonly code: number
    readonly codespace: string
    readonly log: string
    readonly value: string
  }
}

const RECORDED = readFileSync(new URL('../../recordings/oracles.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Recorded)

const AXELAR = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
const NOBLE = 'ibc/8D95B9CD9E644EAC43E5E9E9338ED88FE232C0EEE74AB0D01CE87F1D677FEDA5'
const OSMO = 'ibc/0471F1C4E7AFD3F07702BEF6DC365268D64570F7C1FDC98EA6098DD6DE59817B'

/** Recorded answers; `instead` speaks for one path. What is not recorded was never described. */
function ledger(instead: { readonly [path: string]: Uint8Array } = {}) {
  const asked: string[] = []
  const abciQuery = async ({ path, data }: { path: string; data: Uint8Array }) => {
    asked.push(path)
    const request = Buffer.from(data).toString('base64')
    const changed = instead[path]
    if (changed !== undefined) return { value: changed, height: 394n }
    const found = RECORDED.find(one => one.path === path && one.request === request)
    const { code, codespace, log, value } = found?.response ?? {
      ...{ code: 22, codespace: 'sdk', log: 'not found', value: '' },
    }
    if (code !== 0)
      throw new RegenError(QUERY_FAILED, {
        ...{ origin: 'http://localhost', query: path, code, codespace, log, height: 394n },
      })
    return { value: Uint8Array.from(Buffer.from(value, 'base64')), height: 394n }
  }
  return { asked, at: { port: { abciQuery }, height: 394n } as never, port: { abciQuery } as never }
}

test.each([
  [AXELAR, 'transfer/channel-48', 'uusdc'],
  [NOBLE, 'transfer/channel-165', 'uusdc'],
  [OSMO, 'transfer/channel-1', 'uosmo'],
])('%s came through %s as %s, and its hash says so', async (denom, path, base) => {
  expect(await readDenomTrace(ledger().at, denom)).toEqual({ path, base })
  expect(ibcDenom({ path, base })).toBe(denom)
})

test('a denom that is not of IBC is not asked for; one that never came has no trace', async () => {
  const { at, asked } = ledger()
  expect(await readDenomTrace(at, 'uregen')).toBe(null)
  expect(await readDenomTrace(at, 'ibc/short')).toBe(null)
  expect(asked).toEqual([])
  expect(await readDenomTrace(at, `ibc/1${OSMO.slice(5)}`)).toBe(null)
})

test('a node that gives the trace of another token is refused, whatever it says', async () => {
  const path = '/ibc.applications.transfer.v1.Query/Denom'
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string({ minLength: 1 }), async (channelId, base) => {
      const denom = { base, trace: [{ portId: 'transfer', channelId }] }
      const value = transfer.QueryDenomResponse.encode({ denom }).finish()
      await expect(readDenomTrace(ledger({ [path]: value }).at, AXELAR)).rejects.toMatchObject({
        code: 'RESPONSE_INVALID',
      })
    }),
    { numRuns: 30 },
  )
})

test('what ibc-go writes as metadata has no exponent: the amount stays in smallest units, the trace is told', async () => {
  expect(await readDenomNames(ledger().at, [AXELAR, AXELAR, 'nothing'])).toEqual([
    { denom: AXELAR, symbol: null, exponent: null, trace: { path: 'transfer/channel-48', base: 'uusdc' } },
    { denom: 'nothing', symbol: null, exponent: null, trace: null },
  ])
})

describe('a snapshot with names', () => {
  const unnamed = small({
    settings: { ...SMALL.settings, allowedDenoms: [] },
    coinBalances: [{ account: 'a', coins: [{ denom: AXELAR, amount: 1n }] }],
    baskets: [],
    sellOrders: [],
    trades: [],
  })

  test('asks for what nobody named, and with "all" for the rest; where all is named, for nothing', async () => {
    const { port, asked } = ledger()
    const named = await withDenomNames(port, unnamed)
    expect(named.denomNames?.map(({ denom }) => denom)).toContain(AXELAR)
    const before = asked.length
    const allowed = [{ bankDenom: AXELAR, displayDenom: 'USDC', exponent: 6 }]
    const listed = {
      ...unnamed,
      gasPrices: 'unknown' as const,
      settings: { ...unnamed.settings, allowedDenoms: allowed },
    }
    expect(await withDenomNames(port, listed)).toBe(listed)
    expect(asked.length).toBe(before)
    const all = await withDenomNames(port, listed, 'all')
    expect(all.denomNames?.find(({ denom }) => denom === AXELAR)?.trace?.base).toBe('uusdc')
  })

  test('is read back as it was written; one written before there were names is read as ever', async () => {
    const named = await withDenomNames(ledger().port, unnamed)
    const back = parseSnapshot(JSON.parse(JSON.stringify(snapshotJson(named))))
    expect(back.denomNames).toEqual(named.denomNames)
    const { denomNames: _, ...older } = snapshotJson(named) as { denomNames: unknown }
    expect(parseSnapshot(older).denomNames).toBeUndefined()
  })

  test('with a trace that is not that of its denom is refused', () => {
    const name = {
      denom: AXELAR,
      symbol: null,
      exponent: null,
      trace: { path: 'transfer/channel-49', base: 'uusdc' },
    }
    expect(() => parseSnapshot({ ...(snapshotJson(unnamed) as object), denomNames: [name] })).toThrow(
      /the denom is not the hash of its trace/,
    )
  })

  test('the marketplace’s own list comes before the bank', () => {
    const settings = { allowedDenoms: [{ bankDenom: NOBLE, displayDenom: 'USDC', exponent: 6 }] }
    const names = [
      { denom: NOBLE, symbol: 'FAKE', exponent: 2, trace: null },
      { denom: 'eco.uC.NCT', symbol: 'NCT', exponent: 6, trace: null },
      { denom: OSMO, symbol: null, exponent: null, trace: null },
    ]
    const denoms = denomsOf({ settings, denomNames: names })
    expect(denoms.map(({ displayDenom }) => displayDenom)).toEqual(['USDC', 'NCT'])
    expect(formatAmount({ denom: NOBLE, amount: 1_500_000n }, denoms)).toBe('1.5 USDC')
    expect(formatAmount({ denom: OSMO, amount: 1_500_000n }, denoms)).toBe(`1500000 ${OSMO}`)
  })
})
