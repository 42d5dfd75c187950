import { canonicalJson } from '../../../primitives/canonical.ts'
import type { Layer } from '../../../primitives/parameter.ts'
import { M012_PARAMETERS } from '../bounds.ts'
import type { SupplyParams } from '../params.ts'

/** A parameter of M012 that changed, with the layer of governance that decided it. @see SPEC M012, Events */
export type EventParameterUpdate = {
  readonly [field in keyof SupplyParams]: {
    readonly type: 'EventParameterUpdate'
    readonly parameter: field
    readonly before: SupplyParams[field]
    readonly after: SupplyParams[field]
    readonly layer: Layer
  }
}[keyof SupplyParams]

/** One event per parameter that differs, with the layer that may change it. */
export const parameterUpdates = (
  before: SupplyParams,
  after: SupplyParams,
): readonly EventParameterUpdate[] =>
  (Object.keys(M012_PARAMETERS) as (keyof SupplyParams)[])
    .filter(parameter => canonicalJson(before[parameter]) !== canonicalJson(after[parameter]))
    .map(
      parameter =>
        ({
          type: 'EventParameterUpdate',
          parameter,
          before: before[parameter],
          after: after[parameter],
          layer: M012_PARAMETERS[parameter].layer,
        }) as EventParameterUpdate,
    )
