import { parseEpochInputs } from '../../epoch/inputs/parseEpochInputs.ts'
import { parseEpochState } from '../../epoch/state/parseEpochState.ts'
import { type HonestUnder, honestRun, honestVolumes } from '../../epoch/wash/honestPeriod.ts'
import { washTrading } from '../../epoch/wash/washReport.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { compareRatios, ONE, parseRatio, type Ratio } from '../../primitives/ratio.ts'
import { parseRegen } from '../../primitives/uregen.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  JSON_OPTION,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { readJson, readPolicy } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { renderWash } from '../render/renderWash.ts'

/** The volumes of a period in REGEN when none are named: issuance pays fees and earns no score, which is what makes wash trading pay. */
const VOLUMES = { issuance: '1000000', transfer: '0', retirement: '0', trade: '100000' } as const

export const wash: Command = {
  description:
    'Compares what a wash trader pays in fees with what the activity pool would give back, beside an honest period: from ' +
    'its volumes, or run from a state and inputs. Then the same with each mitigation turned on. Proposed, not in force.',
  arguments: [],
  options: [
    POLICY_OPTION,
    ...Object.entries(VOLUMES).map(([name, volume]) => ({
      flags: `--${name} <REGEN>`,
      summary: `the honest ${name} of the period; default: ${volume}`,
    })),
    {
      flags: '--stability <fraction>',
      summary: 'the part of the automatic distribution that the stability tier takes; default: 0',
    },
    { flags: '--state <file>', summary: 'take the honest period from an economy instead (JSON)' },
    { flags: '--inputs <file>', summary: 'with what happens in its next period (JSON)' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees wash --issuance 1000000 --trade 100000',
    'regen-fees wash --policy mine.json --state examples/epoch/state.json --inputs examples/epoch/inputs.json',
  ],
  async run(input, io) {
    const policy = await readPolicy(input, io)
    const report = washTrading(policy, await readPeriod(input, io))
    return answerOf(
      'wash',
      { status: 'proposed', policyHash: policyHash(policy), ...report },
      { text: (shown, page) => renderWash(shown, policy, page) },
    )
  },
}

async function readPeriod(input: CommandInput, io: Io): Promise<HonestUnder> {
  const [state, inputs] = [textOption(input, 'state'), textOption(input, 'inputs')]
  const unused = [...Object.keys(VOLUMES), 'stability'].filter(name => textOption(input, name) !== undefined)
  if ((state ?? inputs) !== undefined && unused.length > 0)
    throw invalid(
      `${unused.map(name => `--${name}`).join(', ')}: the honest period is that of --state and --inputs`,
    )
  if (state !== undefined && inputs !== undefined) {
    const opening = parseEpochState(await readJson(state, io))
    return honestRun(opening, parseEpochInputs(await readJson(inputs, io)))
  }
  if (state !== undefined || inputs !== undefined) throw invalid('name both --state and --inputs, or neither')
  const volume = (name: keyof typeof VOLUMES) =>
    parseOption(`--${name}`, () => parseRegen(textOption(input, name) ?? VOLUMES[name]))
  return honestVolumes(
    {
      CreditIssuance: volume('issuance'),
      CreditTransfer: volume('transfer'),
      CreditRetirement: volume('retirement'),
      MarketplaceTrade: volume('trade'),
    },
    parseShare(textOption(input, 'stability') ?? '0'),
  )
}

function parseShare(text: string): Ratio {
  const share = parseOption('--stability', () => parseRatio(text))
  if (compareRatios(share, ONE) > 0) throw invalid('--stability is at most 1')
  return share
}

const invalid = (issue: string) => optionError('command line', issue)
