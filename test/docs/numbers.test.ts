import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { VIEWS } from '../../page/src/route.ts'
import { ENTRIES } from '../../scripts/entries.ts'
import { WASH_ROUTES } from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { CATALOG } from '../../src/messages/catalog.ts'
import { DEFAULT_WATCH_RULES } from '../../src/monitor/rules.ts'
import { DEFAULTS } from '../../src/node/rpc/options.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import type { Ratio } from '../../src/primitives/ratio.ts'
import { PART } from '../../src/simulation/study/plan.ts'
import { READ_LIMITS } from '../../src/snapshot/bounds.ts'
import { KINDS } from '../hostile/kinds.ts'
import { recordedQueries, recordedTxs, verdicts } from '../support/recordings.ts'

/** Numbers in sentences of the pages are those of the code and the recordings. */

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const text = (file: string) => readFileSync(path(file), 'utf8')
const files = (folder: string) => readdirSync(path(folder)).length
const lines = (file: string) => text(file).trimEnd().split('\n').length

const grouped = (number: number | bigint) => number.toLocaleString('en-US')
const decimal = ({ num, den }: Ratio) => String(Number(num) / Number(den))
const percent = ({ num, den }: Ratio) => `${(Number(num) * 100) / Number(den)} %`
const seconds = (milliseconds: number) => `${milliseconds / 1000} s`
const minutes = (milliseconds: number) => `${milliseconds / 60_000} minutes`
const MB = (bytes: number) => `${bytes / 1_000_000} MB`
const NAMES = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const
const word = (number: number) => NAMES[number - 3] ?? grouped(number)

const [, mostFiles = ''] = /MAX_FILES = (\d+)/.exec(text('scripts/dryRun.ts')) ?? []
const signed = recordedTxs().filter(({ name }) => !name.includes('legacy name'))
const inAmino = signed.filter(({ signMode }) => signMode === 'SIGN_MODE_LEGACY_AMINO_JSON').length
const rules = DEFAULT_WATCH_RULES
const { m012, m015 } = DEFAULT_POLICY

const SAID: readonly (readonly [page: string, ...words: readonly string[]])[] = [
  [
    'README.md',
    `a node's verdict on ${grouped(verdicts().length)} messages`,
    `all ${recordedTxs().length} recorded transactions`,
    `(${signed.length - inAmino} direct, ${inAmino} amino)`,
    `${recordedQueries().length} recorded queries`,
    `a page with ${word(VIEWS.length)} views`,
  ],
  ['CHANGELOG.md', `${mostFiles} files`],
  [
    'docs/sizes-and-speeds.md',
    `The package is ${mostFiles} files`,
    `${Object.keys(ENTRIES).length * 2} are the entries and their types`,
    `${files('dist/shared')} what they and the commands share`,
    `${files('schemas')} schemas`,
    `the builders of ${CATALOG.length} messages`,
  ],
  [
    'docs/nodes.md',
    `\`timeoutMs\`, ${seconds(DEFAULTS.timeoutMs)}`,
    `\`attempts\`, ${DEFAULTS.attempts} `,
    `\`answerLimit\`, ${MB(DEFAULTS.answerLimit)}`,
    `at most ${word(DEFAULTS.batchLimit)} queries a request`,
    `heeded up to ${DEFAULTS.longestRestMs / 1000} seconds`,
    `| ${READ_LIMITS.waves}, ${grouped(READ_LIMITS.queries)}, ${MB(READ_LIMITS.bytes)}, ${minutes(READ_LIMITS.milliseconds)} (\`limits\`)`,
    `${Object.keys(KINDS).length} kinds of misbehaviour`,
  ],
  [
    'docs/monitors.md',
    `lies ${decimal(rules.zNotice)}, ${decimal(rules.zWarning)} or ${decimal(rules.zCritical)} standard deviations`,
    `a price is more than ${percent(rules.priceMove)} from`,
    `more than ${percent(rules.actorShare)} of a market's week`,
    `within ${word(rules.pairWindowDays)} days`,
    `more than ${grouped(rules.washVolume / 1_000_000n)} REGEN bought`,
    `below ${percent(rules.minUptime)} of the slashing window`,
    `fewer than ${rules.minValidators} validators`,
    `more than ${percent(rules.oneShare)}, five more than ${percent(rules.topFiveShare)}; fewer than ${rules.minNakamoto} could`,
  ],
  [
    'docs/messages-from-others.md',
    `${lines('test/recordings/cosmos-verdicts.jsonl')} verdicts of a v7.0.0 node`,
  ],
  ['docs/network.md', `All ${lines('test/recordings/contracts.jsonl')} recorded queries of the drafts`],
  [
    'docs/oracles.md',
    `\`ecologicalWindowDays\` (${m012.ecologicalWindowDays})`,
    `\`ecologicalLeastSources\` (${m012.ecologicalLeastSources})`,
    `\`ecologicalMostChange\` (${decimal(m012.ecologicalMostChange)} ppm)`,
  ],
  ['docs/economy.md', `judges ${word(WASH_ROUTES.length)} routes`],
  ['docs/readings.md', `the ${percent(m015.maxStabilityShare)} cap of the stability tier`],
  ['docs/simulation.md', `numbered parts of ${PART} runs, a study of fewer than ${PART * 16}`],
]

test.each(SAID)('%s', (page, ...words) => {
  const sentences = text(page).replaceAll(/\s+/g, ' ')
  expect(words.filter(each => !sentences.includes(each.trimEnd()))).toEqual([])
})
