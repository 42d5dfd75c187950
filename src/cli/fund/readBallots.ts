import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { missingExample } from '../../bundled/bundledFiles.ts'
import type { Contribution } from '../../mechanisms/regen-value-redistribution/quadratic/contributions.ts'
import type { Ballot } from '../../mechanisms/regen-value-redistribution/retroactive/ballots.ts'
import type { MetricBallot } from '../../mechanisms/regen-value-redistribution/retroactive/retroMetrics.ts'
import type { Round } from '../../mechanisms/regen-value-redistribution/round/round.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BALLOT_REFUSED, INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseRatio } from '../../primitives/ratio.ts'
import type { Io } from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { type Row, readRows } from '../input/readRows.ts'
import { unreadable } from '../io/unreadable.ts'
import { PROGRESS_MS } from '../options/withNode.ts'
import { counted } from '../render/text.ts'

type Given = Pick<Round, 'contributions' | 'ballots' | 'metricBallots'>

/** Reads what was given or voted from a CSV file, or from a folder of signed ballots, each of which is verified. */
export async function readBallots(path: string, round: Round, io: Io): Promise<Given> {
  return (await isFolder(path)) ? readFolder(path, round, io) : readCsv(path, round, io)
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    if (missingExample(path) === undefined) throw unreadable(path, cause)
    return false
  }
}

async function readFolder(path: string, round: Round, io: Io): Promise<Given> {
  const { openBallotBox } = await import('../../redistribution/index.ts')
  const files = (await readdir(path)).filter(name => name.endsWith('.json')).sort()
  const signed: unknown[] = []
  await withProgress('Reading ballots', io, async count => {
    for (const file of files) {
      signed.push(await readJson(join(path, file), io))
      count()
    }
  })
  const { accepted, refused } = openBallotBox(round, signed)
  for (const { voter, rule, reason } of refused)
    io.err(`Refused: the ballot of ${voter} (${rule}): ${reason}.`)
  return { ballots: accepted.map(({ voter, votes }) => ({ voter, votes })) }
}

const readCsv = (path: string, round: Round, io: Io): Promise<Given> =>
  withProgress('Reading ballots', io, count => CSV_READERS[round.method](path, round, io, count))

const CSV_READERS: {
  readonly [method in Round['method']]: (
    path: string,
    round: Round,
    io: Io,
    count: () => void,
  ) => Promise<Given>
} = {
  /** What one account gave to one project is added up on the way: memory grows with the pairs of both, not with the file. */
  async quadratic(path, { policy }, io, count) {
    const sums = new Map<string, Map<string, bigint>>()
    for await (const row of readRows(path, ['contributor', 'project', 'amount'], io)) {
      count()
      const amount = wholeOf(path, row, 'amount')
      if (amount < policy.minimumContribution) continue
      const { contributor = '', project = '' } = row.fields
      const own = sums.get(project) ?? sums.set(project, new Map()).get(project)
      own?.set(contributor, (own.get(contributor) ?? 0n) + amount)
    }
    const contributions = [...sums].flatMap(([project, gifts]) =>
      [...gifts].map(([contributor, amount]): Contribution => ({ contributor, project, amount })),
    )
    return { contributions }
  },
  /** An empty amount is an abstention. A voter votes once for a project. */
  async 'retro-median'(path, _, io, count) {
    const votes = new Map<string, Map<string, bigint>>()
    for await (const row of readRows(path, ['voter', 'project', 'amount'], io)) {
      count()
      const { voter = '', project = '', amount = '' } = row.fields
      const own = votes.get(voter) ?? votes.set(voter, new Map()).get(voter)
      if (own?.has(project)) throw votedTwice(voter, project)
      if (amount !== '') own?.set(project, wholeOf(path, row, 'amount'))
    }
    return { ballots: [...votes].map(([voter, own]): Ballot => ({ voter, votes: Object.fromEntries(own) })) }
  },
  async 'retro-metrics'(path, _, io, count) {
    const weights = new Map<string, Map<string, ReturnType<typeof parseRatio>>>()
    for await (const row of readRows(path, ['voter', 'metric', 'weight'], io)) {
      count()
      const { voter = '', metric = '', weight = '' } = row.fields
      const own = weights.get(voter) ?? weights.set(voter, new Map()).get(voter)
      if (own?.has(metric)) throw votedTwice(voter, metric)
      if (weight !== '')
        own?.set(
          metric,
          fieldOf(path, row, () => parseRatio(weight)),
        )
    }
    return {
      metricBallots: [...weights].map(
        ([voter, own]): MetricBallot => ({ voter, weights: Object.fromEntries(own) }),
      ),
    }
  },
}

const votedTwice = (voter: string, what: string) =>
  new RegenError(BALLOT_REFUSED, {
    voter,
    rule: 'one-ballot',
    reason: `it names "${what.slice(0, 80)}" twice`,
  })

const wholeOf = (path: string, row: Row, column: string): bigint => {
  const text = row.fields[column] ?? ''
  if (/^\d{1,77}$/.test(text)) return BigInt(text)
  throw atLine(
    path,
    row,
    `expected a whole number of smallest units in ${column}; got "${text.slice(0, 80)}"`,
  )
}

function fieldOf<T>(path: string, row: Row, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw isRegenError(error) ? atLine(path, row, error.message) : error
  }
}

const atLine = (path: string, { line }: Row, issue: string) =>
  new RegenError(INPUT_INVALID, { what: `${path}, line ${line}`, issues: `✖ ${issue}` })

/** Works, and says on standard error how far it is when that takes longer than a second. */
async function withProgress<Result>(
  what: string,
  io: Io,
  work: (count: () => void) => Promise<Result>,
): Promise<Result> {
  let done = 0
  const say = () => {
    io.err(`${what}: ${counted(done, 'row')} …`)
    cancel = io.clock.after(PROGRESS_MS.next, say)
  }
  let cancel = io.clock.after(PROGRESS_MS.first, say)
  try {
    return await work(() => {
      done++
    })
  } finally {
    cancel()
  }
}
