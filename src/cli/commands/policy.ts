import { diffPolicy } from '../../policy/diffPolicy.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import { KNOBS } from '../../policy/knobs.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { PRESETS, presetPolicy } from '../../policy/presets.ts'
import { type Command, type CommandInput, type Io, JSON_OPTION, textOption } from '../command.ts'
import { readPolicyNamed } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { policyValue } from '../render/policyValue.ts'
import { type Page, table } from '../render/table.ts'

const PRESET_NAMES = Object.keys(PRESETS).join(', ')

export const policy: Command = {
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
    return other === undefined
      ? answerOf('policy', { hash: policyHash(shown), policy: shown }, { text: sheet })
      : answerOf('policy-diff', difference(shown, await readPolicyNamed(other, '--diff', io)), {
          text: diffLines,
        })
  },
}

async function readShown(input: CommandInput, io: Io): Promise<PolicyConfig> {
  const [preset, file] = [textOption(input, 'preset'), textOption(input, 'file')]
  if (preset !== undefined && file !== undefined)
    throw optionError('policy', 'name a preset or a file, not both')
  if (preset !== undefined) return presetPolicy(preset)
  return file === undefined ? DEFAULT_POLICY : readPolicyNamed(file, '--file', io)
}

/** One row for each knob; an answer that is not the default is marked. */
function sheet(
  { hash, policy }: { readonly hash: string; readonly policy: PolicyConfig },
  page: Page,
): readonly string[] {
  const rows = Object.entries(KNOBS).flatMap(([section, knobs]) =>
    Object.entries(knobs).map(([name, { question, layer }]) => {
      const [value, standard] = [policy, DEFAULT_POLICY].map(of =>
        policyValue(
          `${section}.${name}`,
          (of[section as keyof typeof KNOBS] as { readonly [knob: string]: unknown })[name],
        ),
      )
      return [`${section}.${name}`, `${value}${value === standard ? '' : ' *'}`, question ?? '', layer]
    }),
  )
  return [
    page.ink.bold('Proposed, not in force: the open questions of M012 to M015'),
    `policy ${hash}`,
    table(['knob', 'answer', 'question', 'layer'], rows, page),
    rows.some(([, answer]) => answer?.endsWith(' *')) ? '* not the default' : 'all answers are the default',
  ]
}

type Difference = ReturnType<typeof difference>

const difference = (before: PolicyConfig, after: PolicyConfig) => {
  const { layer, withinBounds, changes } = diffPolicy(before, after)
  return { before: policyHash(before), after: policyHash(after), layer, withinBounds, changes }
}

function diffLines(
  { before, after, changes, layer, withinBounds }: Difference,
  { ink }: Page,
): readonly string[] {
  if (changes.length === 0) return [`The two policies say the same: ${before}`]
  return [
    ink.bold('Proposed, not in force: what changes'),
    `from ${before}`,
    `to   ${after}`,
    ...changes.map(({ sentence }) => `- ${sentence}`),
    `All together: Layer ${layer?.slice(1)}, ${withinBounds ? 'within bounds' : 'out of bounds'}.`,
  ]
}
