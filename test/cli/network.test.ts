import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { contracts, withContracts } from '../support/contracts.ts'
import { run } from './run.ts'

/** `regen-fees network` at the recorded node, with and without the mechanisms as contracts. */

const running: RecordedNode[] = []
afterEach(async () => {
  for (const node of running.splice(0)) {
    expect(node.missing).toEqual([])
    await node.close()
  }
})

async function standing(): Promise<RecordedNode> {
  const node = await startRecordedNode(withContracts)
  running.push(node)
  node.standAt('end')
  return node
}

const REGISTRY = 'contracts.json'
const readRegistry = async (file: string) =>
  file === REGISTRY ? JSON.stringify({ 'regen-devnet-1': contracts }) : readFile(file, 'utf8')

describe('regen-fees network', () => {
  test('says of each mechanism that it is proposed, where the chain has none of them', async () => {
    const { url } = await standing()
    const { code, out, err } = await run(['network', '--rpc', url, '--period', '400d'], { columns: 80 })
    expect([code, err]).toEqual([0, ''])
    // The four pools, in the words of a preview.
    expect(out.replace(/\s+/g, ' ')).toMatch(
      / Pools burn [\d.]+ .+ \| validators [\d.]+ .+ \| community [\d.]+ .+ \| agents [\d.]+ /,
    )
    for (const name of ['M012, supply', 'M013, fees', 'M014, validators', 'M015, contribution'])
      expect(out).toContain(`${name}: proposed, not in force`)
    expect(out).toContain('supply 220001558.130291 REGEN')
    expect(out).toContain('buyer 1 %, seller 2 % of ask × quantity')
    expect(out).toContain('unknown: categories are not on chain')
    expect(out.replace(/\s+/g, ' ')).toContain('Stability 0 REGEN committed, 6 % a year')
    expect(out.replace(/\s+/g, ' ')).toContain('Wash trading pays beside this period, by')
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })

  test('says in force, and which contract, where a list names them', async () => {
    const { url } = await standing()
    const { code, out } = await run(['network', '--rpc', url, '--period', '400d', '--contracts', REGISTRY], {
      readFile: readRegistry,
    })
    expect(code).toBe(0)
    expect(out).toContain('M013, fees: in force (contract regen14hj…')
    expect(out).not.toContain('not in force')
    expect(out).toContain('counted by the contract; it moves no coins')
  })

  test('a supply above the cap that no burn lowers never comes down to it', async () => {
    const { url } = await standing()
    const toTheCap = async (burnKind: string) => {
      const policy = JSON.stringify({ m012: { hardCap: '200000000000000', burnKind } })
      const { out } = await run(['network', '--rpc', url, '--period', '400d', '--policy', 'policy.json'], {
        readFile: async file => (file === 'policy.json' ? policy : readFile(file, 'utf8')),
      })
      return /To the cap +(.+)/.exec(out)?.[1]
    }
    expect(await toTheCap('reserve')).toBe('never, as no burn lowers it')
    expect(await toTheCap('permanent')).toMatch(/^\d+ periods at that burn$/)
  })

  test('--json is the report, with amounts as text', async () => {
    const { url } = await standing()
    const { out } = await run(['network', '--rpc', url, '--period', '400d', '--json'])
    const report = JSON.parse(out)
    expect(report.schema).toBe('regen-fees/network/1')
    expect(report.m012).toMatchObject({ status: 'proposed', supply: '220001558130291', inForce: null })
    expect(report.m013.wouldPay.unvalued).toBe(2)
  })

  test('--csv has a row for every number, with where it is from; a moniker with a comma stays one cell', async () => {
    const { url } = await standing()
    const words = ['network', '--rpc', url, '--period', '400d', '--fund', '1000', '--csv']
    const { code, out } = await run(words, { columns: 40 })
    expect(code).toBe(0)
    const [head, ...rows] = out.trim().split('\n')
    expect(head).toBe('number,value,kind,from,height')
    expect(rows).toContain('m012.supply,220001558130291,in force,/cosmos.bank.v1beta1.Query/SupplyOf,367')
    expect(rows).toContain('m012.hardCap,221000000000000,policy,the policy,367')
    expect(rows).toContain(
      'm014.fund,1000000000,stated,"the caller, else the validator pool of what the period would have paid",367',
    )
    for (const row of rows) expect(row).toMatch(/,(in force|happened|policy|computed|stated),.+,367$/)
  })

  test('--csv and --json are two answers', async () => {
    const node = await standing()
    const { code, err } = await run(['network', '--rpc', node.url, '--csv', '--json'])
    expect([code, node.requests.length]).toEqual([1, 0])
    expect(err).toContain('--csv and --json are two answers')
  })

  test('a period that is none is refused before a node is asked', async () => {
    const node = await standing()
    const { code, err } = await run(['network', '--rpc', node.url, '--period', 'week'])
    expect(code).toBe(1)
    expect(err).toContain('such as 7d; got "week"')
    expect(node.requests.length).toBe(0)
  })
})
