import type { MeasuredCo2 } from '../../oracles/measureCo2.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { parseTime } from '../../primitives/time.ts'
import { type CommandInput, type CommandOption, type Io, listOption } from '../command.ts'
import { documentNamed, type Place, trustedOf, withDocuments } from '../options/sourceOptions.ts'

export const ECOLOGY_OPTION: CommandOption = {
  flags: '--ecology <file|url>',
  summary:
    'ΔCO₂ for M012, where the policy names a source of it: CSV (time,change in ppm) or JSON; of several sources the median; see docs/oracles.md',
  repeatable: true,
}

/** ΔCO₂ of the sources that are named, as of a moment; null when none is. */
export async function readEcology(
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
  place: Place & { readonly time: string },
): Promise<MeasuredCo2 | null> {
  const named = listOption(input, 'ecology')
  if (named.length === 0) return null
  const { ecologicalRules, ecologicalSource, measureCo2 } = await import('../../oracles/index.ts')
  const documents = await Promise.all(named.map(text => documentNamed(text, input, io)))
  const rules = ecologicalRules(policy, trustedOf(input))
  return withDocuments(documents, { input, io, place }, documents =>
    measureCo2(documents.map(ecologicalSource), rules, parseTime(place.time).seconds),
  )
}
