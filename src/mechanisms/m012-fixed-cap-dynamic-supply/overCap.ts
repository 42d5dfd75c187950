import { RegenError } from '../../primitives/errors.ts'
import { BURN_EXCEEDS_SUPPLY, PARAMETER_OUT_OF_BOUNDS } from '../../primitives/errorTable.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import type { SupplyParams } from './params.ts'
import { type CapStatus, capStatus } from './state.ts'

/** How M012 starts with a supply that may be above its cap; amounts in uregen. */
export type CapSettlement = {
  /** Where the supply stood before. */
  readonly status: CapStatus
  readonly supply: Uregen
  readonly hardCap: Uregen
  readonly burned: Uregen
  /** Whose tokens were burned (MsgBurnRegen, or a community-pool spend); null when none were. */
  readonly holder: string | null
}

/**
 * The action of INFLATIONARY → TRANSITION: sets the cap and settles what is above it, once.
 *
 * `pure-burn` leaves it to the burning of the periods; `one-off-burn` burns the authorised amount of the named holder;
 * `set-cap-to-supply` raises the cap; `clamp` changes nothing here: `advance` writes off what is above the cap; with `refuse` a supply above the cap is
 * PARAMETER_OUT_OF_BOUNDS.
 *
 * @see SPEC M012, State Transitions; OQ-M012-1
 *
 * @example
 * const raised = { hardCap: uregen(221n), overCapPolicy: { kind: 'set-cap-to-supply' } } as const
 * settleCap(uregen(224n), raised) // { status: 'above', supply: 224n, hardCap: 224n, burned: 0n, holder: null }
 */
export function settleCap(
  supply: Uregen,
  params: Pick<SupplyParams, 'hardCap' | 'overCapPolicy'>,
): CapSettlement {
  requireBounds(params)
  const { hardCap, overCapPolicy } = params
  const status = capStatus(supply, hardCap)
  const asItIs = { status, supply, hardCap, burned: 0n as Uregen, holder: null }
  if (status !== 'above') return asItIs
  if (overCapPolicy.kind === 'refuse')
    throw new RegenError(PARAMETER_OUT_OF_BOUNDS, {
      parameter: 'supply',
      bounds: `at most the cap, ${hardCap}`,
      got: `${supply}`,
    })
  if (overCapPolicy.kind === 'set-cap-to-supply') return { ...asItIs, hardCap: supply }
  if (overCapPolicy.kind !== 'one-off-burn') return asItIs
  const { amount, holder } = overCapPolicy
  if (amount > supply) throw new RegenError(BURN_EXCEEDS_SUPPLY, { burned: amount, available: supply })
  return { ...asItIs, supply: (supply - amount) as Uregen, burned: amount, holder }
}
