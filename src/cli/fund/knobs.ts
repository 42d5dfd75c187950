import {
  DEFAULT_ROUND_POLICY,
  parseRoundPolicy,
  ROUND_KNOBS,
  type RoundPolicy,
  roundPolicyHash,
} from '../../mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { toJson } from '../../primitives/canonical.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { type Page, table } from '../render/table.ts'

export const knobs: NamedCommand = {
  name: 'knobs',
  summary:
    'every choice that a round’s policy makes, its default, where that is from, and what else there is',
  description: 'Lists the knobs of value redistribution; with a policy (JSON), its answers and its hash.',
  arguments: [{ name: '[policy]', summary: 'a file with some of the knobs' }],
  options: [JSON_OPTION],
  examples: ['regen-fees fund knobs', 'regen-fees fund knobs policy.json --json'],
  async run({ args: [file] }, io) {
    const policy = file === undefined ? DEFAULT_ROUND_POLICY : parseRoundPolicy(await readJson(file, io))
    return answerOf('round-policy', { hash: roundPolicyHash(policy), policy }, { text: sheet })
  },
}

/** One row for each knob; an answer that is not the default is marked. */
function sheet(
  { hash, policy }: { readonly hash: string; readonly policy: RoundPolicy },
  page: Page,
): readonly string[] {
  const rows = Object.entries(ROUND_KNOBS).map(([name, { source, alternatives }]) => {
    const [value, standard] = [policy, DEFAULT_ROUND_POLICY].map(from =>
      textOf(toJson(from[name as keyof RoundPolicy])),
    )
    return [name, `${value}${value === standard ? '' : ' *'}`, source, alternatives]
  })
  return [
    `policy ${hash}`,
    table(['knob', 'answer', 'source of the default', 'alternatives'], rows, page),
    rows.some(([, answer]) => answer?.endsWith(' *')) ? '* not the default' : 'all answers are the default',
  ]
}

const textOf = (value: unknown): string =>
  value === null ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value)
