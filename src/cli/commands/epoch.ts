import type { EpochInputs } from '../../epoch/inputs/epochInputs.ts'
import { parseEpochInputs } from '../../epoch/inputs/parseEpochInputs.ts'
import type { EpochReport } from '../../epoch/report/epochReport.ts'
import { runEpoch } from '../../epoch/runEpoch.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { parseEpochState } from '../../epoch/state/parseEpochState.ts'
import type { PaidInForce } from '../../network/inForce/paidInForce.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  isGiven,
  JSON_OPTION,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { inputName, readJson, readPolicy } from '../input/readInput.ts'
import { REPLAY_OPTIONS, type Replay, readReplay } from '../input/readReplay.ts'
import { answerOf } from '../io/answerOf.ts'
import { fileError, optionError } from '../io/inputError.ts'
import { NODE_OPTIONS, nodeUrls } from '../options/nodeOptions.ts'
import { displayAmount } from '../render/amounts.ts'
import { renderEpoch } from '../render/renderEpoch.ts'
import { counted } from '../render/text.ts'

export const epoch: Command = {
  description:
    'Runs M012 to M015 over one period, or over several: what was charged, minted, burned, paid and rewarded, what waits, ' +
    'and the equations that show that no uregen appeared or disappeared. With --rpc it replays the last periods of a chain as if the mechanisms had run. ' +
    'Proposed, not in force.',
  arguments: [],
  options: [
    {
      flags: '--state <file>',
      summary: 'every ledger at the start (JSON), amounts in uregen; only time and supply.supply are needed',
    },
    {
      flags: '--inputs <file>',
      summary: 'what happens in the period (JSON), amounts in smallest units, or a list of periods',
    },
    POLICY_OPTION,
    ...NODE_OPTIONS,
    ...REPLAY_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees epoch --state examples/epoch/state.json --inputs examples/epoch/inputs.json',
    'regen-fees epoch --state examples/epoch/genesis.json --inputs examples/epoch/reboot.json --json',
    'regen-fees epoch --rpc https://regen-rpc.publicnode.com --period 7d',
  ],
  async run(input, io) {
    const policy = await readPolicy(input, io)
    const fromFiles = textOption(input, 'state') ?? textOption(input, 'inputs')
    const replay =
      fromFiles === undefined && nodeUrls(input, io).length > 0 ? await readReplay(input, io, policy) : null
    let { state, periods } = replay ?? (await readFiles(input, io))
    const reports: EpochReport[] = []
    for (const period of periods) {
      const done = runEpoch(state, period, policy)
      reports.push(done.report)
      state = done.state
    }
    return answerOf(
      'epoch',
      { status: 'proposed', state, reports, ...(replay && { chain: replay.chain }) },
      {
        text: ({ reports }, page) => [
          page.ink.bold('Proposed, not in force: M012, M013, M014, M015'),
          ...(replay ? chainLines(replay.chain) : []),
          ...reports.flatMap(report => ['', ...renderEpoch(report, page)]),
        ],
      },
    )
  },
}

async function readFiles(
  input: CommandInput,
  io: Io,
): Promise<{ readonly state: EpochState; readonly periods: readonly EpochInputs[] }> {
  const idle = [...NODE_OPTIONS, ...REPLAY_OPTIONS].filter(option => isGiven(input, option))
  if (idle.length > 0)
    throw optionError(
      'command line',
      ...idle.map(
        ({ flags }) =>
          `${flags.split(' ', 1)[0]} is for a replay from a node; --state and --inputs say all that happens`,
      ),
    )
  const state = parseEpochState(await readJson(fileOf(input, 'state'), io))
  const inputs = await readJson(fileOf(input, 'inputs'), io)
  const periods: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs]
  if (periods.length === 0) throw fileError(inputName(fileOf(input, 'inputs')), 'it lists no period')
  return { state, periods: periods.map(parseEpochInputs) }
}

/** What was read of which chain, and what of it is not in the report. */
const chainLines = ({
  chainId,
  from,
  to,
  complete,
  unvalued,
  oddities,
  phases,
  paid,
}: Replay['chain']): readonly string[] => [
  `${chainId}, blocks ${from} to ${to}, ${
    phases === 'running'
      ? 'as if all four mechanisms had run from their first second on; the supply is that of the newest block, with what they burned.'
      : 'from the phases of today on: none of the mechanisms has begun.'
  }`,
  ...(paidLine(paid) ?? []),
  ...(complete ? [] : ['The node has thrown blocks of the period away: what happened in them is not known.']),
  ...(unvalued > 0
    ? [`${counted(unvalued, 'act')} could not be valued, and paid nothing here: name a --price or a --rate.`]
    : []),
  ...(oddities > 0 ? [`${counted(oddities, 'event')} of credits counted nowhere.`] : []),
]

/** What the chain itself took, which M013's fees would stand beside. */
function paidLine(paid: Replay['chain']['paid']): readonly string[] | null {
  const all = (part: (of: PaidInForce) => readonly Coin[]) => sumCoins(paid.flatMap(part))
  const fees = all(({ buyerFees, sellerFees }) => [...buyerFees, ...sellerFees])
  const burned = all(({ burned }) => burned.flatMap(({ coins }) => coins))
  const said = [
    ...(fees.length > 0 ? [`marketplace fees ${coinsText(fees)}`] : []),
    ...(burned.length > 0 ? [`burned ${coinsText(burned)}`] : []),
  ]
  return said.length === 0 ? null : [`In force in them: ${said.join('; ')}.`]
}

const coinsText = (coins: readonly Coin[]): string =>
  coins.map(({ denom, amount }) => displayAmount(amount, denom, [])).join(', ')

function fileOf(input: CommandInput, option: string): string {
  const file = textOption(input, option)
  if (file !== undefined) return file
  throw optionError('command line', `name a file with --${option}, or a node with --rpc`)
}
