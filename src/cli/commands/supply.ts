import * as z from 'zod/mini'
import { M012_PARAMETERS } from '../../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { parseChange } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import {
  M012_V0,
  type RegrowthRate,
  type SupplyParams,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { projectSupply } from '../../mechanisms/m012-fixed-cap-dynamic-supply/projectSupply.ts'
import type { MeasuredCo2 } from '../../oracles/measureCo2.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { RegenError } from '../../primitives/errors.ts'
import { PARAMETER_OUT_OF_BOUNDS } from '../../primitives/errorTable.ts'
import { M014_STATES } from '../../primitives/m014States.ts'
import type { Parameter } from '../../primitives/parameter.ts'
import { formatRatio, parseRatio } from '../../primitives/ratio.ts'
import { textOf } from '../../primitives/schemas.ts'
import { formatTime, fromDate, parseTime } from '../../primitives/time.ts'
import { formatRegen, parseRegen, uregen } from '../../primitives/uregen.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  JSON_OPTION,
  listOption,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { parseOptionsBy } from '../input/parseOptionsBy.ts'
import { ECOLOGY_OPTION, readEcology } from '../input/readEcology.ts'
import { readPolicy } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { withinSupply } from '../options/effectOptions.ts'
import { NODE_OPTIONS } from '../options/nodeOptions.ts'
import { SOURCE_OPTIONS } from '../options/sourceOptions.ts'
import { ecologyLines } from '../render/ecologyLines.ts'
import { renderSupply } from '../render/renderSupply.ts'

const Regen = textOf(parseRegen)
/** Reads a parameter within its bounds; what lies outside is named as it was typed. */
const parameterOf = <Field extends 'hardCap' | 'baseRate'>(
  parameter: Field,
  parse: (text: string) => SupplyParams[Field],
) =>
  textOf(text => {
    const value = parse(text)
    const { bounds, holds }: Parameter<SupplyParams[Field]> = M012_PARAMETERS[parameter]
    if (!holds(value)) throw new RegenError(PARAMETER_OUT_OF_BOUNDS, { parameter, bounds, got: text })
    return value
  })

const Cap = parameterOf('hardCap', parseRegen)
const BaseRate = parameterOf('baseRate', text => parseRatio(text) as RegrowthRate)
const Periods = z.pipe(
  z.string().check(z.regex(/^([1-9]\d{0,3}|10000)$/, 'expected a whole number from 1 to 10000')),
  z.transform(Number),
)

const Options = z.object({
  supply: Regen,
  staked: Regen,
  committed: z._default(Regen, uregen(0n)),
  m014: z._default(z.enum(M014_STATES), 'INACTIVE'),
  co2: z.optional(textOf(parseChange)),
  cap: z.optional(Cap),
  rate: z.optional(BaseRate),
  burn: z._default(Regen, uregen(0n)),
  periods: z._default(Periods, 52),
})

export const supply: Command = {
  description:
    'Runs the mint and burn of M012 over some periods with the same burn in each, and draws the supply. ' +
    'What is staked stays as it is; what is above the cap at the start is settled as the policy says. Proposed, not in force.',
  arguments: [],
  options: [
    { flags: '--supply <REGEN>', summary: 'the supply at the start, with at most 6 decimals' },
    { flags: '--staked <REGEN>', summary: 'how much of it is staked, which speeds up regrowth' },
    { flags: '--committed <REGEN>', summary: 'how much is committed to the stability tier; default: 0' },
    {
      flags: '--m014 <state>',
      summary: `which of the two speeds up regrowth: ${M014_STATES.join(', ')}; default: INACTIVE, what is staked. With ACTIVE nothing is staked`,
    },
    {
      flags: '--cap <REGEN>',
      summary: `the hard cap; default: the policy’s, ${formatRegen(M012_V0.hardCap)}`,
    },
    {
      flags: '--rate <fraction>',
      summary: `r_base, the regrowth of a period; default: the policy’s, ${formatRatio(M012_V0.baseRate)}`,
    },
    { flags: '--burn <REGEN>', summary: 'what is burned in each period; default: 0' },
    {
      flags: '--co2 <ppm>',
      summary: 'ΔCO₂ of every period, where the policy names a source of it; below 0 the air gets better',
    },
    ECOLOGY_OPTION,
    { flags: '--at <time>', summary: 'the moment for which --ecology counts; default: now' },
    ...SOURCE_OPTIONS,
    ...NODE_OPTIONS,
    { flags: '--periods <N>', summary: 'how many periods, up to 10000; default: 52' },
    POLICY_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees supply --supply 224000000 --staked 80000000 --burn 30000 --periods 156',
    'regen-fees supply --supply 200000000 --staked 0 --rate 0.005 --json',
  ],
  async run(input, io) {
    const missing = ['supply', 'staked'].filter(name => textOption(input, name) === undefined)
    if (missing.length > 0) throw optionError('command line', ...missing.map(name => `--${name} is required`))
    const read = parseOptionsBy(Options, input)
    const policy = await readPolicy(input, io)
    const { m012, ...others } = policy
    const { supply, staked, committed, m014, burn, periods } = read
    const { cap: hardCap = m012.hardCap, rate: baseRate = m012.baseRate } = read
    const ecology = await ecologyAt(input, io, policy)
    if (read.co2 != null && m012.ecologicalSource === 'none')
      throw optionError(
        '--co2',
        'the policy names no source of it (m012.ecologicalSource): it would not count',
      )
    const co2 = read.co2 ?? ecology?.co2.change ?? null
    const terms = { supply, staked, committed, m014, co2, hardCap, baseRate, burnedPerPeriod: burn }
    const projection = withinSupply(() => projectSupply(terms, periods, m012))
    const hash = policyHash({ ...others, m012: { ...m012, hardCap, baseRate } })
    return answerOf(
      'supply',
      { status: 'proposed', policyHash: hash, ...projection, ...(ecology && { ecology }) },
      { text: (report, page) => [...renderSupply(report, page), ...ecologyLines(ecology)] },
    )
  },
}

async function ecologyAt(input: CommandInput, io: Io, policy: PolicyConfig): Promise<MeasuredCo2 | null> {
  const [at, co2] = [textOption(input, 'at'), textOption(input, 'co2')]
  if (co2 !== undefined && listOption(input, 'ecology').length > 0)
    throw optionError('command line', 'name either --co2 or --ecology')
  const moment =
    at === undefined ? fromDate(new Date(io.clock.now())) : parseOption('--at', () => parseTime(at))
  return readEcology(input, io, policy, { chainId: null, height: null, time: formatTime(moment) })
}
