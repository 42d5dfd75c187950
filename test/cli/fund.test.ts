import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { canonicalHash } from '../../src/primitives/canonicalHash.ts'
import { example, run } from './run.ts'

const file = (name: string) => example(`fund/${name}`)
const folder = mkdtempSync(join(tmpdir(), 'regen-fees-fund-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fund = (...argv: readonly string[]) => run(['fund', ...argv])

describe('fund', () => {
  test('quadratic: the table, its bars and the equations', async () => {
    const { code, out } = await fund('quadratic', '--round', file('quadratic'))
    expect(code).toBe(0)
    expect(out).toMatch(/guide .*50 REGEN .*█{16}/)
    expect(out).toMatch(/soil .*19\.318182 REGEN/)
    expect(out).toContain('Holds      Σ allocations + dust = budget: 100000000 = 100000000')
  })

  test('the report that is written has the hash that is shown', async () => {
    const { out, files } = await fund('quadratic', '--round', file('quadratic'), '--report', 'report.json')
    const [, hash] = /^Report {5}([0-9a-f]{64})$/m.exec(out) ?? []
    expect(canonicalHash(JSON.parse(files.get('report.json') ?? ''))).toBe(hash)
  })

  test('a limit that several projects share is named where it binds: in the text, the JSON and the explanation', async () => {
    const round = JSON.parse(readFileSync(file('quadratic'), 'utf8'))
    const limited = join(folder, 'limited.json')
    const sharedLimits = [
      { name: 'outdoors', projects: ['soil', 'forest'], most: '30000000' },
      { name: 'indoors', projects: ['guide'], most: '90000000' },
    ]
    writeFileSync(limited, JSON.stringify({ ...round, sharedLimits }))
    const [text, json, why, idle] = await Promise.all([
      fund('quadratic', '--round', limited),
      fund('quadratic', '--round', limited, '--json'),
      fund('quadratic', '--round', limited, '--explain', 'soil'),
      fund('quadratic', '--round', limited, '--explain', 'guide'),
    ])
    expect(text.out).toMatch(
      /Limit binds +outdoors: soil, forest together get 30 REGEN of at most 30 REGEN\n/,
    )
    expect(text.out).toMatch(/Limits +1 shared limit that does not bind\n/)
    expect(JSON.parse(json.out).report.sharedLimits).toEqual([
      { ...sharedLimits[0], allocated: '30000000', binds: true },
      { ...sharedLimits[1], allocated: '50000000', binds: false },
    ])
    expect(why.out).toContain('limit of outdoors: it binds')
    expect(idle.out).toContain('limit of indoors: it does not bind')
    const wrong = { ...round, sharedLimits: [{ ...sharedLimits[0], projects: ['soil', 'hill'] }] }
    writeFileSync(limited, JSON.stringify(wrong))
    const refused = await fund('quadratic', '--round', limited)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('the shared limit "outdoors" names "hill", which is no project of it')
  })

  test('contributions of a CSV file are those of the round', async () => {
    const csv = file('contributions').replace(/\.json$/, '.csv')
    const [own, read] = await Promise.all([
      fund('quadratic', '--round', file('quadratic'), '--csv'),
      fund('quadratic', '--round', file('quadratic'), '--csv', '--ballots', csv),
    ])
    expect(read.out).toBe(own.out)
    expect(own.out.split('\n')[0]).toBe('project,recipient,amount,denom,weight,voices,given,category,note')
  })

  test('a CSV file with another head, a broken amount or a broken quote is refused by its line', async () => {
    const write = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    }
    const tried = async (text: string) => {
      const { code, err } = await fund(
        'quadratic',
        '--round',
        file('quadratic'),
        '--ballots',
        write('a.csv', text),
      )
      return `${code} ${err}`
    }
    expect(await tried('who,project,amount\nada,soil,1\n')).toMatch(/^1 .*names no contributor/s)
    // The first line is looked at where no other follows it, too.
    expect(await tried('who,project\n')).toMatch(/^1 .*names no contributor, amount/s)
    expect(await tried('')).toMatch(/^1 .*names no contributor, project, amount/s)
    expect(await tried('contributor,project,amount\n')).toMatch(/^0 /)
    expect(await tried('contributor,project,amount\nada,soil,1.5\n')).toMatch(/^1 .*line 2.*whole number/s)
    expect(await tried('contributor,project,amount\nada,"soil,1\n')).toMatch(/^1 .*cannot be read/s)
    expect(await tried('contributor,project,amount\nada,nowhere,1\n')).toMatch(/^1 .*\[ROUND_INVALID\]/s)
  })

  test('retro: an abstention is an empty amount, and a voter votes once for a project', async () => {
    const path = join(folder, 'votes.csv')
    writeFileSync(
      path,
      'voter,project,amount\na,soil,2000000000\nb,soil,3000000000\na,forest,\nb,forest,4000000000\n',
    )
    const { out } = await fund('retro', '--round', file('retro-median'), '--ballots', path)
    expect(out).toMatch(/soil .*100000 REGEN/)
    expect(out).toMatch(/forest .*quorum/)
    writeFileSync(path, 'voter,project,amount\na,soil,1\na,soil,2\n')
    expect((await fund('retro', '--round', file('retro-median'), '--ballots', path)).err).toContain(
      '[BALLOT_REFUSED]',
    )
  })

  test('--explain shows roots, sums and passes; a project that is none is said so', async () => {
    const { out } = await fund('quadratic', '--round', file('quadratic'), '--explain', 'soil')
    expect(out).toMatch(/√c of dev\n {4}c = 9000000 uregen \(9 REGEN\)\n {4}root = 3000/)
    expect(out).toMatch(/\(Σ√c\)² = 49000000/)
    expect(out).toMatch(/capped = guide/)
    const wrong = await fund('quadratic', '--round', file('quadratic'), '--explain', 'nothing')
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('no project "nothing"')])
  })

  test('retro of a quadratic round says which method it is', async () => {
    const { code, err } = await fund('retro', '--round', file('quadratic'))
    expect([code, err]).toEqual([1, expect.stringContaining('its method is quadratic')])
  })

  test('grant and certificate', async () => {
    expect((await fund('grant', file('grant'))).out).toMatch(
      /Paid {6}0\.06666 REGEN\nReturned {2}0\.033341 REGEN\nOpen {6}0 REGEN/,
    )
    const { out } = await fund('certificate', file('certificate'), '--payout', '100001uregen')
    expect(out).toMatch(/7000 .*0\.070001 REGEN/)
    expect(out).toMatch(/3000 .*retired .*0\.03 REGEN/)
    const halves = await fund('certificate', file('certificate'), '--payout', '5REGEN')
    expect(halves.out).toMatch(/7000 .*3\.5 REGEN/)
    expect(halves.out).toMatch(/3000 .*retired .*1\.5 REGEN/)
    const hypercert = JSON.parse(
      (await fund('certificate', file('certificate'), '--hypercert', 'ipfs://x')).out,
    )
    expect(hypercert.hypercert.work_timeframe.value).toEqual(['1740787200', '1761868800'])
  })

  test('simulate: several policies side by side, and a knob that is none', async () => {
    const { out } = await fund(
      'simulate',
      '--round',
      file('quadratic'),
      '--as',
      'variant=cocm',
      '--as',
      'cap=null,dust=pool',
    )
    expect(out).toMatch(/project .*as it is .*variant=cocm .*cap=null,dust=pool/)
    expect(out).toMatch(/guide .*50 REGEN .*50 REGEN .*64\.8 REGEN/)
    expect((await fund('simulate', '--round', file('quadratic'), '--as', 'colour=red')).code).toBe(1)
  })

  test.each(['quadratic', 'retro', 'simulate', 'grant', 'certificate', 'knobs'])(
    'the help of fund %s has an example',
    async name => {
      const { code, out } = await fund(name, '--help')
      expect([code, out]).toEqual([0, expect.stringMatching(/Examples:\n {2}regen-fees fund/)])
    },
  )

  test('JSON for programs', async () => {
    const { report } = JSON.parse((await fund('quadratic', '--round', file('quadratic'), '--json')).out)
    expect(report.allocations.map(({ amount }: { amount: string }) => amount)).toEqual([
      '19318182',
      '30681818',
      '50000000',
    ])
    expect(JSON.parse((await fund('grant', file('grant'), '--json')).out).paid).toBe('66660')
  })
})
