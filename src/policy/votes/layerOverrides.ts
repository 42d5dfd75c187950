import type * as z from 'zod/mini'
import type { Knob, Layer, Section } from '../knob.ts'
import { SECTIONS } from '../sections.ts'

type Governance = Section<(typeof SECTIONS)['governance']>

/** The layer of a knob such as 'm013.shares' when no policy overrides it; undefined when there is no such knob. */
function ownLayer(knob: string): Layer | undefined {
  const [section = '', name = ''] = knob.split('.')
  const knobs = Object.hasOwn(SECTIONS, section)
    ? (SECTIONS as { readonly [section: string]: { readonly [name: string]: Knob } })[section]
    : undefined
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
