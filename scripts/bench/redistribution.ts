import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as fund from '../../src/redistribution/index.ts'
import { built } from './built.ts'
import { type Measure, median } from './measure.ts'

/**
 * A round of 100,000 contributions to 1,000 projects, exact and by doubles; how often the shortcuts pay another amount; and what reading
 * its CSV costs in memory.
 */

const PROJECTS = 1_000
const GIFTS = 100_000
const GIVERS = 20_000
/** Of the pairwise match: 20 givers a project, 190,000 pairs; more than 2,000,000 pairs are refused. */
const FEW = 20
const ROUNDS = 3

type Gift = { readonly contributor: string; readonly project: string; readonly amount: bigint }

/** Gifts of 0.01 to 10,000 REGEN, evenly by their size; the same in every run. */
const gifts = (count: number): readonly Gift[] =>
  Array.from({ length: count }, (_, index) => ({
    contributor: `giver-${(index * 7_919) % GIVERS}`,
    project: `project-${index % PROJECTS}`,
    amount: BigInt(Math.floor(10 ** (4 + (((index * 104_729) % 99_991) / 99_991) * 6))),
  }))

const projects = Array.from({ length: PROJECTS }, (_, index) => `project-${index}`)

/** The same by doubles: sums by giver, roots, subsidies, shares. */
function doubles(list: readonly Gift[], budget: number): readonly number[] {
  const sums = new Map(projects.map(project => [project, new Map<string, number>()]))
  for (const { contributor, project, amount } of list) {
    const own = sums.get(project)
    own?.set(contributor, (own.get(contributor) ?? 0) + Number(amount))
  }
  const subsidies = [...sums.values()].map(own => {
    let [roots, given] = [0, 0]
    for (const amount of own.values()) {
      roots += Math.sqrt(amount)
      given += amount
    }
    return roots * roots - given
  })
  const whole = subsidies.reduce((sum, subsidy) => sum + subsidy, 0)
  return subsidies.map(subsidy => Math.floor((budget * subsidy) / whole))
}

/** Pairwise by doubles, ordered pairs. */
function pairwiseDoubles(list: readonly Gift[], m: number): number {
  const byProject = new Map<string, Map<string, number>>(projects.map(project => [project, new Map()]))
  for (const { contributor, project, amount } of list) {
    const own = byProject.get(project)
    own?.set(contributor, (own.get(contributor) ?? 0) + Number(amount))
  }
  const pairs = [...byProject.values()].flatMap(own => {
    const given = [...own].sort(([a], [b]) => (a < b ? -1 : 1))
    return given.flatMap(([a, x], index) =>
      given.slice(index + 1).map(([b, y]) => ({ key: JSON.stringify([a, b]), root: Math.sqrt(x * y) })),
    )
  })
  const together = new Map<string, number>()
  for (const { key, root } of pairs) together.set(key, (together.get(key) ?? 0) + root)
  return pairs.reduce((sum, { key, root }) => sum + (2 * m * root) / (m + (together.get(key) ?? root)), 0)
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Median milliseconds of both, turn by turn in one run. */
function compare(ours: () => unknown, other: () => unknown) {
  const turns = Array.from({ length: ROUNDS }, () => ({ ours: timed(ours), other: timed(other) }))
  return {
    ratio: median(turns.map(({ ours, other }) => other / ours)),
    detail: `${Math.round(median(turns.map(({ ours }) => ours)))} ms against ${Math.round(median(turns.map(({ other }) => other)))} ms`,
  }
}

export async function benchRedistribution(): Promise<readonly Measure[]> {
  const { quadraticFunding, QUADRATIC_DEFAULTS, isqrt }: typeof fund = await import(
    built('redistribution.js')
  )
  const many = gifts(GIFTS)
  const few = gifts(PROJECTS * FEW)
  const budget = 10n ** 12n
  const run = (list: readonly Gift[], params: object) =>
    quadraticFunding({ budget, projects, contributions: list }, { ...QUADRATIC_DEFAULTS, ...params })
  const exact = run(many, { saturation: 'scale-up', dust: 'pool' }).projects.map(({ match }) => match)
  const differ = (other: readonly bigint[]) => other.filter((amount, index) => amount !== exact[index]).length
  const byDoubles = differ(doubles(many, Number(budget)).map(BigInt))
  // A denom of 18 decimals: the same round, amounts 10^12 times as large.
  const large = many.map(gift => ({ ...gift, amount: gift.amount * 10n ** 12n }))
  const exactLarge = quadraticFunding(
    { budget: budget * 10n ** 12n, projects, contributions: large },
    { ...QUADRATIC_DEFAULTS, saturation: 'scale-up', dust: 'pool' },
  ).projects
  const byLargeDoubles = doubles(large, Number(budget) * 1e12).filter(
    (amount, index) => BigInt(amount) !== exactLarge[index]?.match,
  ).length
  const byWholeRoots = differ(
    run(many, { saturation: 'scale-up', dust: 'pool', roots: 'whole' }).projects.map(({ match }) => match),
  )
  const products = few.slice(1).filter(({ amount }, index) => {
    const before = few[index]?.amount ?? 0n
    return isqrt(amount) * isqrt(before) !== isqrt(amount * before)
  }).length
  const pairs = (PROJECTS * FEW * (FEW - 1)) / 2
  const measure = (name: string, { ratio, detail }: ReturnType<typeof compare>, more = ''): Measure => ({
    name,
    ratio,
    goal: null,
    detail: `${detail}${more}`,
  })
  return [
    measure(
      '100,000 contributions, 1,000 projects: QF, speed against doubles',
      compare(
        () => run(many, { saturation: 'scale-up' }),
        () => doubles(many, Number(budget)),
      ),
      `; doubles pay ${byDoubles} projects another amount (${byLargeDoubles} with 18 decimals), whole roots ${byWholeRoots}`,
    ),
    measure(
      'the same: CLR, speed against doubles',
      compare(
        () => run(many, { variant: 'clr' }),
        () => doubles(many, Number(budget)),
      ),
      `; isqrt(a)·isqrt(b) is not isqrt(a·b) for ${products} of ${few.length - 1} pairs of gifts`,
    ),
    measure(
      `${pairs.toLocaleString('en')} pairs: pairwise, speed against doubles`,
      compare(
        () => run(few, { variant: 'pairwise', pairwiseM: { num: 10n ** 6n, den: 1n } }),
        () => pairwiseDoubles(few, 1e6),
      ),
      '; above 2,000,000 pairs it is refused',
    ),
    await benchCsv(),
  ]
}

/** Rows of as many pairs of giver and project, once and ten times as often: what a process needs at most. */
async function benchCsv(): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-bench-'))
  try {
    const round = join(folder, 'round.json')
    const recipient = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
    writeFileSync(
      round,
      JSON.stringify({
        version: 1,
        id: 'bench',
        method: 'quadratic',
        denom: 'uregen',
        budget: '1000000000000',
        projects: projects.map(id => ({ id, recipient })),
      }),
    )
    const peaks: number[] = []
    for (const times of [1, 10]) {
      const csv = join(folder, `${times}.csv`)
      const out = createWriteStream(csv)
      out.write('contributor,project,amount\n')
      for (let time = 0; time < times; time++)
        for (const { contributor, project, amount } of gifts(GIFTS))
          if (!out.write(`${contributor},${project},${amount}\n`)) await once(out, 'drain')
      out.end()
      await once(out, 'finish')
      peaks.push(
        peakOf(['fund', 'quadratic', '--round', round, '--ballots', csv, '--report', join(folder, 'r.json')]),
      )
    }
    const [once_ = 0, often = 0] = peaks
    return {
      name: 'CSV of 1,000,000 rows against 100,000 of the same pairs: memory',
      ratio: often / once_,
      goal: null,
      detail: `at most ${Math.round(once_ / 1024)} MB and ${Math.round(often / 1024)} MB`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most memory that a command line held, in kB. */
function peakOf(argv: readonly string[]): number {
  const main = fileURLToPath(built('cli/main.js'))
  const program = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ${JSON.stringify(main)}); await import(${JSON.stringify(built('cli/main.js'))})`
  const { stderr } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=8', '--input-type=module', '-e', program, '--', ...argv],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  return Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0)
}
