import * as z from 'zod/mini'
import type { EpochInputs } from '../../epoch/inputs/epochInputs.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { milliseconds } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { CATEGORIES } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { distributionLength } from '../../mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import type { PaidInForce } from '../../network/inForce/paidInForce.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import type { MeasuredCo2 } from '../../oracles/measureCo2.ts'
import type { PriceAnswer } from '../../oracles/priceSource.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { parseInput } from '../../primitives/schemas.ts'
import { type CommandInput, type CommandOption, type Io, listOption, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import { chainOption, connectionOptions, requireNodeUrls } from '../options/nodeOptions.ts'
import { periodOf } from '../options/periodOf.ts'
import { withNode } from '../options/withNode.ts'
import { PAID_RATE_OPTION, pricesOf, ratesOf } from './priceOptions.ts'
import { ECOLOGY_OPTION, readEcology } from './readEcology.ts'
import { readJson } from './readInput.ts'
import { PRICES_OPTIONS, readPriceSources } from './readPriceSources.ts'

/** A stretch of a chain as the periods of an economy. */
export type Replay = {
  readonly state: EpochState
  readonly periods: readonly EpochInputs[]
  readonly chain: {
    readonly chainId: string
    readonly from: bigint
    readonly to: bigint
    readonly complete: boolean
    readonly unvalued: number
    readonly oddities: number
    readonly phases: 'running' | 'today'
    /** What the chain itself took and burned in each period. */
    readonly paid: readonly PaidInForce[]
  }
}

/** What a replay takes beside nodes and a policy. */
export const REPLAY_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--period <length>',
    summary: 'how far back to replay: 7d, 14d …, whole periods of the policy; default: one period',
  },
  {
    flags: '--price <class=price>',
    summary: 'the price of a whole credit of a class, such as C01=25REGEN, before those of the chain',
    repeatable: true,
  },
  ...PRICES_OPTIONS,
  ECOLOGY_OPTION,
  PAID_RATE_OPTION,
  {
    flags: '--platforms <file>',
    summary: 'the registered platforms (JSON): ["regen1…"]; a memo names one as facilitator=regen1…',
  },
  {
    flags: '--validators <file>',
    summary:
      'which bonded validators serve, with their category (JSON): { "regen1…": "infrastructure_builders" }',
  },
  {
    flags: '--phases <running|today>',
    summary:
      'start as if all four mechanisms ran, or as they are today: none has begun, and x/mint issues; default: running',
  },
  {
    flags: '--state-height <H>',
    summary:
      'the block whose supply, pool and validators the replay starts from; default: the newest, and the one before the period with --phases today',
  },
]

const Address = z.string().check(z.regex(/^regen1[02-9ac-hj-np-z]{38,}$/, 'expected an address, regen1…'))

/** How long a step of a policy is, where all of them are equally long. */
function stepSeconds({ m012, m015 }: PolicyConfig): bigint {
  const lengths = [milliseconds(m012.periodLength), distributionLength(m015)] as const
  const [short, long] = lengths[0] < lengths[1] ? lengths : [lengths[1], lengths[0]]
  if (long % short === 0n && short % 1000n === 0n) return short / 1000n
  throw optionError(
    '--policy',
    `a replay needs steps of whole seconds and one length: M012's period is ${lengths[0]} ms long and the distribution period ${lengths[1]} ms`,
  )
}

/** Reads the last periods of a chain. */
export async function readReplay(input: CommandInput, io: Io, policy: PolicyConfig): Promise<Replay> {
  const urls = requireNodeUrls(input, io)
  const { readEpochInputs, readEpochState } = await import('../../network/index.ts')
  const [platforms, categories] = await Promise.all([
    fileOf(input, io, { option: 'platforms', what: 'list of platforms', schema: z.array(Address) }),
    fileOf(input, io, {
      option: 'validators',
      what: 'list of validators',
      schema: z.record(Address, z.enum(CATEGORIES)),
    }),
  ])
  const periodSeconds = stepSeconds(policy)
  const seconds = textOption(input, 'period') === undefined ? periodSeconds : periodOf(input)
  if (seconds % periodSeconds !== 0n)
    throw optionError('--period', `expected whole periods of the policy, which are ${periodSeconds} s long`)
  const options = { ...chainOption(input), policy, signal: io.signal }
  const height = heightOf(input)
  const phases = phasesOf(input)
  return withNode(urls, connectionOptions(input), 'Reading the period', io, async rpc => {
    const { stated, trades, ecology } = await outsideOf(rpc, input, io, policy)
    const read = await readEpochInputs(rpc, {
      ...options,
      periodSeconds,
      periods: Number(seconds / periodSeconds),
      rates: ratesOf(input),
      prices: pricesOf(input),
      references: stated,
      phases,
      ...(trades && { trades }),
      ...(platforms && { platforms }),
      ...(categories && { validators: Object.keys(categories) }),
    })
    const state = await readEpochState(rpc, {
      ...options,
      time: read.start,
      blocks: read.period.blocks,
      phases,
      ...(height !== null && { height }),
      ...(categories && { categories }),
    })
    const { blocks, complete } = read.period
    return {
      state,
      periods: read.periods.map(({ inputs }) => ({ ...inputs, co2: ecology?.co2 ?? inputs.co2 })),
      chain: {
        chainId: read.chainId,
        ...blocks,
        complete,
        unvalued: read.periods.reduce((sum, { unvalued }) => sum + unvalued.length, 0),
        oddities: read.oddities.length,
        phases,
        paid: read.periods.map(({ paid }) => paid),
      },
    }
  })
}

/** What --prices and --ecology say as of the newest block; nothing is asked of the node where neither is named. */
export async function outsideOf(
  rpc: Rpc,
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
): Promise<PriceAnswer & { readonly ecology: MeasuredCo2 | null }> {
  if (['prices', 'ecology'].every(name => listOption(input, name).length === 0))
    return { stated: [], trades: null, ecology: null }
  const { readStatus } = await import('../../node/read/node.ts')
  const place = await readStatus(rpc, io.signal)
  return {
    ...(await readPriceSources(input, io, policy, place)),
    ecology: await readEcology(input, io, policy, place),
  }
}

async function fileOf<T>(
  input: CommandInput,
  io: Io,
  { option, what, schema }: { option: string; what: string; schema: z.ZodMiniType<T> },
): Promise<T | null> {
  const file = textOption(input, option)
  return file === undefined ? null : parseInput(schema, what, await readJson(file, io))
}

function phasesOf(input: CommandInput): 'running' | 'today' {
  const phases = textOption(input, 'phases') ?? 'running'
  if (phases === 'running' || phases === 'today') return phases
  throw optionError('--phases', `expected running or today; got "${phases.slice(0, 80)}"`)
}

function heightOf(input: CommandInput): bigint | null {
  const text = textOption(input, 'stateHeight')
  if (text === undefined) return null
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text)
  throw optionError('--state-height', `expected the height of a block; got "${text.slice(0, 80)}"`)
}
