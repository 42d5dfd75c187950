import { diffPolicy } from '../../policy/diffPolicy.ts'
import { KNOBS } from '../../policy/knobs.ts'
import { DEFAULT_POLICY, type PolicyConfig, parsePolicy, policyHash } from '../../policy/policy.ts'
import { PRESETS, presetPolicy } from '../../policy/presets.ts'
import { toJson } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { type Command, type CommandInput, type Io, JSON_OPTION, textOption } from '../command.ts'
import { readJson } from '../io/readInput.ts'
import { table } from '../render/text.ts'

const PRESET_NAMES = Object.keys(PRESETS).join(', ')

export const policy: Command = {
  name: 'policy',
  summary: 'every open question of M012 to M015 and its answer, or what changes between two policies',
  description: `Shows a policy: one answer to every open question of the specification, with its hash. Proposed, not in force.\n\nPresets: ${PRESET_NAMES}.`,
  arguments: [],
  options: [
    { flags: '--preset <name>', summary: 'a policy by name; default: the readings of the specification' },
    { flags: '--file <file>', summary: 'a policy as JSON; what it leaves out has its default' },
    { flags: '--diff <other>', summary: 'says in words what changes to this preset or file' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees policy --preset compromise',
    'regen-fees policy --diff model-b-30-20-50',
    'regen-fees policy --file mine.json --json',
  ],
  async run(input, io) {
    const shown = await readShown(input, io)
    const other = textOption(input, 'diff')
    const asJson = input.options['json'] === true
    if (other === undefined)
      io.out(asJson ? json({ hash: policyHash(shown), policy: shown }) : sheet(shown, io))
    else io.out(diffText(shown, await readNamed(other, io), asJson))
    return 0
  },
}

async function readShown(input: CommandInput, io: Io): Promise<PolicyConfig> {
  const [preset, file] = [textOption(input, 'preset'), textOption(input, 'file')]
  if (preset !== undefined && file !== undefined)
    throw new RegenError(INPUT_INVALID, { what: 'policy', issues: '✖ name a preset or a file, not both' })
  if (preset !== undefined) return presetPolicy(preset)
  return file === undefined ? DEFAULT_POLICY : parsePolicy(await readJson(file, io))
}

/** A preset, or else a file. */
const readNamed = async (name: string, io: Io): Promise<PolicyConfig> =>
  Object.hasOwn(PRESETS, name) ? presetPolicy(name) : parsePolicy(await readJson(name, io))

const json = (value: unknown): string => JSON.stringify(toJson(value), null, 2)

/** One row a knob; an answer that is not the default is marked. */
function sheet(policy: PolicyConfig, io: Io): string {
  const rows = Object.entries(KNOBS).flatMap(([section, knobs]) =>
    Object.entries(knobs).map(([name, { question, layer }]) => {
      const [value, standard] = [policy, DEFAULT_POLICY].map(of =>
        valueText((of[section as keyof typeof KNOBS] as { readonly [knob: string]: unknown })[name]),
      )
      return [`${section}.${name}`, `${value}${value === standard ? '' : ' *'}`, question ?? '', layer]
    }),
  )
  return [
    'Proposed, not in force: the open questions of M012 to M015',
    `policy ${policyHash(policy)}`,
    table(['knob', 'answer', 'question', 'layer'], rows, io.colors),
    rows.some(([, answer]) => answer?.endsWith(' *')) ? '* not the default' : 'all answers are the default',
  ].join('\n')
}

const valueText = (value: unknown): string => {
  const shown = toJson(value)
  return typeof shown === 'string' ? shown : JSON.stringify(shown)
}

function diffText(before: PolicyConfig, after: PolicyConfig, asJson: boolean): string {
  const { changes, layer, withinBounds } = diffPolicy(before, after)
  const hashes = { before: policyHash(before), after: policyHash(after) }
  if (asJson) return json({ ...hashes, layer, withinBounds, changes })
  if (changes.length === 0) return `The two policies say the same: ${hashes.before}`
  return [
    'Proposed, not in force: what changes',
    `from ${hashes.before}`,
    `to   ${hashes.after}`,
    ...changes.map(({ sentence }) => `- ${sentence}`),
    `All together: ${layer}, ${withinBounds ? 'within bounds' : 'out of bounds'}.`,
  ].join('\n')
}
