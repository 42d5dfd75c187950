import { afterEach, describe, expect, test } from 'vitest'
import { ASKED_BESIDE } from '../../src/network/askedBeside.ts'
import { NUMBER_SOURCES, parseContractRegistry, readNetwork } from '../../src/network/index.ts'
import { connectRpc, type Rpc } from '../../src/node/rpc/connectRpc.ts'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { contracts, withContracts } from '../support/contracts.ts'
import { withModules } from '../support/modules.ts'
import { recordings } from '../support/recordedNode.ts'

/** Every number of a network says where it is from, and every query that is asked is named. */

const nodes: RecordedNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) {
    expect(node.missing).toEqual([])
    await node.close()
  }
})

const CHAINS = {
  policy: { recorded: recordings, options: {}, requests: 15, calls: 119 },
  contract: {
    recorded: withContracts,
    options: { contracts: parseContractRegistry({ 'regen-devnet-1': contracts }) },
    requests: 16,
    calls: 132,
  },
  module: { recorded: withModules(), options: {}, requests: 16, calls: 128 },
} as const

/** A network of the recorded chain, and what was asked for it. */
async function read(kind: keyof typeof CHAINS) {
  const { recorded, options } = CHAINS[kind]
  const node = await startRecordedNode(recorded)
  nodes.push(node)
  node.standAt('end')
  const rpc = connectRpc(node.url)
  const asked = new Set<string>()
  const port: Rpc = {
    ...rpc,
    call: (method, ...rest) => {
      asked.add(method)
      return rpc.call(method, ...rest)
    },
    abciQuery: query => {
      asked.add(query.path)
      return rpc.abciQuery(query)
    },
  }
  const network = await readNetwork(port, { periodSeconds: 400n * 86_400n, ...options })
  const stats = rpc.stats()
  rpc.disconnect()
  return { network, asked, stats }
}

/** The paths of an object, as deep as the table goes. */
function pathsOf(value: object, path = ''): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    const rows = NUMBER_SOURCES.flatMap(({ fields }) => fields)
    const goesDeeper = rows.some(field => field.startsWith(`${here}.`))
    const below = Array.isArray(inner) ? inner[0] : inner
    return goesDeeper && typeof below === 'object' && below !== null ? pathsOf(below, here) : [here]
  })
}

describe.each(Object.keys(CHAINS) as (keyof typeof CHAINS)[])('by %s', kind => {
  test('every number is in one row of the table, and every row is of a number', async () => {
    const { sources, ...network } = (await read(kind)).network
    const named = NUMBER_SOURCES.flatMap(({ fields }) => fields)
    expect([...pathsOf(network)].sort()).toEqual([...named].sort())
    expect(sources.flatMap(({ fields }) => fields).sort()).toEqual([...named].sort())
    expect(new Set(sources.map(({ height }) => height))).toEqual(new Set([network.height]))
  })

  test('as many requests and calls as are known, all at one height', async () => {
    const { stats } = await read(kind)
    const { requests, calls } = CHAINS[kind]
    expect(stats).toEqual({ httpRequests: requests, calls, retries: 0, failovers: 0 })
  })
})

test('what is asked, on a chain of any kind, is what the table names', async () => {
  const asked = new Set<string>()
  for (const kind of Object.keys(CHAINS) as (keyof typeof CHAINS)[])
    for (const query of (await read(kind)).asked) asked.add(query)
  const isQuery = (from: string) => /^(\/[\w.]+\/\w+(\/\w+)?|status|header|tx_search)$/.test(from)
  const named = [...NUMBER_SOURCES.flatMap(({ from }) => from).filter(isQuery), ...ASKED_BESIDE]
  expect([...asked].sort()).toEqual([...new Set(named)].sort())
})

test('where a source says a number, it is named: the contract, the module’s path, or the policy', async () => {
  const ofCap = async (kind: keyof typeof CHAINS) => {
    const { network } = await read(kind)
    const row = network.sources.find(({ fields }) => fields[0] === 'm012.hardCap')
    return [row?.kind, row?.from]
  }
  expect(await ofCap('policy')).toEqual(['policy', ['the policy']])
  expect(await ofCap('contract')).toEqual(['source', [contracts.dynamicSupply]])
  expect(await ofCap('module')).toEqual(['source', ['/regen.supply.v1.Query/Params']])
})
