import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { bankDenomMetadata } from '../../src/node/endpoints/bank.ts'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { recordings } from '../support/recordedNode.ts'
import { run } from './run.ts'

type Recorded = (typeof recordings.queries)[number]

const AXELAR = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
const NOBLE = 'ibc/8D95B9CD9E644EAC43E5E9E9338ED88FE232C0EEE74AB0D01CE87F1D677FEDA5'

/** What a node with IBC traces was asked, as if it had been asked at another height. */
const TRACES = readFileSync(new URL('../recordings/oracles.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Recorded)

/** That the bank describes none of these. */
const undescribed = (denom: string): Recorded => ({
  ...(TRACES[0] as Recorded),
  path: bankDenomMetadata.path,
  request: Buffer.from(bankDenomMetadata.encode({ denom })).toString('base64'),
  response: {
    ...{ code: 22, codespace: 'sdk', log: `client metadata for denom ${denom}: key not found` },
    ...{ key: null, value: null, height: '0' },
  },
})

const running: RecordedNode[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(node => node.close()))
})

async function nodeWithTraces(): Promise<RecordedNode> {
  const queries = [...TRACES, ...['uregen', NOBLE].map(undescribed)]
  const node = await startRecordedNode(recordings)
  node.standAt('end')
  const height = `${node.height()}`
  await node.close()
  const asked = queries.map(query => ({ ...query, height, response: { ...query.response, height } }))
  const told = await startRecordedNode({ ...recordings, queries: [...recordings.queries, ...asked] })
  told.standAt('end')
  running.push(told)
  return told
}

test('denoms: what the marketplace allows, and what is asked for, each with who says so and where it came from', async () => {
  const { url } = await nodeWithTraces()
  const { code, out, err } = await run(['denoms', AXELAR, 'eco.uC.NCT', '--rpc', url, '--json'])
  expect([code, err]).toEqual([0, ''])
  const { denoms } = JSON.parse(out) as { denoms: readonly { denom: string; source: string }[] }
  expect(denoms.find(({ denom }) => denom === 'uregen')).toMatchObject({ symbol: 'REGEN', exponent: 6 })
  expect(denoms.find(({ denom }) => denom === AXELAR)).toMatchObject({
    symbol: 'USDC.axl',
    source: 'allowed denom',
    trace: { base: 'uusdc' },
  })
  expect(denoms.find(({ denom }) => denom === 'eco.uC.NCT')).toMatchObject({
    symbol: 'NCT',
    exponent: 6,
    source: 'bank metadata',
  })
})

test('denoms, for people: symbol, decimals, who says so, and the denom itself', async () => {
  const { url } = await nodeWithTraces()
  const { code, out } = await run(['denoms', 'eco.uC.NCT', '--rpc', url])
  expect(code).toBe(0)
  expect(out).toMatch(/Symbol +REGEN\nDecimals +6/)
  expect(out).toMatch(/Symbol +NCT\nDecimals +6\nSaid by +bank metadata/)
  expect(out).toContain('eco.uC.NCT')
})

test('denoms without a node says which option is missing', async () => {
  const { code, err } = await run(['denoms'])
  expect(code).toBe(1)
  expect(err).toContain('--rpc')
})
