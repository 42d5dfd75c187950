import type { MechanismSources } from './inForce.ts'
import type { MechanismSource } from './mechanismSources.ts'
import { NUMBER_SOURCES, type NumberKind, type NumberRow } from './numberSources.ts'

/** Where some numbers of one network are from. */
export type NumberSource = Pick<NumberRow, 'what' | 'fields' | 'from'> & {
  readonly kind: NumberKind | 'policy'
  readonly height: bigint
}

/** The rows of one network: where a mechanism's source says something, which one it is. */
export const sourcesAt = (height: bigint, sources: MechanismSources): readonly NumberSource[] =>
  NUMBER_SOURCES.flatMap(({ what, fields, kind, from }): readonly NumberSource[] =>
    kind === 'source'
      ? fields.map(field => ({ what, fields: [field], height, ...placeOf(sources[mechanismOf(field)]) }))
      : [{ what, fields, kind, from, height }],
  )

const mechanismOf = (field: string) => field.split('.')[0] as keyof MechanismSources

const placeOf = (source: MechanismSource): Pick<NumberSource, 'kind' | 'from'> =>
  source.kind === 'policy'
    ? { kind: 'policy', from: ['the policy'] }
    : { kind: 'source', from: [source.kind === 'module' ? source.path : source.address] }
