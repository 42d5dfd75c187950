import type * as z from 'zod/mini'
import type { Layer } from '../../primitives/parameter.ts'
import type { Section } from '../knob.ts'
import type { GOVERNANCE_KNOBS } from '../knobs/governanceKnobs.ts'
import { KNOBS, type SectionName } from '../knobs.ts'

type Governance = Section<typeof GOVERNANCE_KNOBS>

/** The layer of a knob such as 'm013.shares' when no policy overrides it; undefined when there is no such knob. */
function ownLayer(knob: string): Layer | undefined {
  const [section = '', name = ''] = knob.split('.')
  const knobs = Object.hasOwn(KNOBS, section) ? KNOBS[section as SectionName] : undefined
  return knobs && Object.hasOwn(knobs, name) ? knobs[name]?.layer : undefined
}

/** A zod check: every override names a knob. */
export function overridesKnown({ value, issues }: z.core.ParsePayload<Governance>): void {
  for (const knob of Object.keys(value.layerOverrides))
    if (ownLayer(knob) === undefined)
      issues.push({
        code: 'custom',
        message: 'there is no such knob',
        input: value,
        path: ['layerOverrides', knob],
      })
}

/** An override with the knob's own layer says nothing, and is left out: equal meaning, equal hash. */
export const withoutNeedless = (governance: Governance): Governance => ({
  ...governance,
  layerOverrides: Object.fromEntries(
    Object.entries(governance.layerOverrides).filter(([knob, layer]) => ownLayer(knob) !== layer),
  ),
})
