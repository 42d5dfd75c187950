import {
  DEFAULT_ROUND_POLICY,
  parseRoundPolicy,
  ROUND_KNOBS,
  roundPolicyHash,
} from '../../../mechanisms/regen-value-redistribution/roundPolicy.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { type Command, JSON_OPTION } from '../../command.ts'
import { readJson } from '../../io/readInput.ts'
import { table } from '../../render/text.ts'

export const knobs: Command = {
  name: 'knobs',
  summary:
    'every choice that a round’s policy makes, its default, where that is from, and what else there is',
  description: 'Lists the knobs of value redistribution; with a policy (JSON), its answers and its hash.',
  arguments: [{ name: '[policy]', summary: 'a file with some of the knobs' }],
  options: [JSON_OPTION],
  examples: ['regen-fees fund knobs', 'regen-fees fund knobs policy.json --json'],
  async run({ args: [file], options }, io) {
    const policy = file === undefined ? DEFAULT_ROUND_POLICY : parseRoundPolicy(await readJson(file, io))
    const hash = roundPolicyHash(policy)
    if (options['json']) {
      io.out(JSON.stringify(toJson({ hash, policy }), null, 2))
      return 0
    }
    const rows = Object.entries(ROUND_KNOBS).map(([name, { source, alternatives }]) => {
      const [value, standard] = [policy, DEFAULT_ROUND_POLICY].map(from =>
        JSON.stringify(toJson(from[name as keyof typeof from])),
      )
      return [name, `${value}${value === standard ? '' : ' *'}`, source, alternatives]
    })
    io.out(
      [
        `policy ${hash}`,
        table(['knob', 'answer', 'source of the default', 'alternatives'], rows, io.colors),
        rows.some(([, answer]) => answer?.endsWith(' *'))
          ? '* not the default'
          : 'all answers are the default',
      ].join('\n'),
    )
    return 0
  },
}
