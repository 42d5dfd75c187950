/** What is wrong with a price or ecological data from outside. See errorTable.ts. */

/** `source` is the name of the source; of an address it has only the scheme and host. */
export const SOURCE_UNREADABLE = {
  code: 'SOURCE_UNREADABLE',
  problem: ({ source, reason }: { source: string; reason: string }) =>
    `The source ${source} cannot be read: ${reason}.`,
  fix: 'Nothing else is taken in its place: name another source, or none.',
} as const

export const SOURCE_STALE = {
  code: 'SOURCE_STALE',
  problem: ({ source, what, time, most }: { source: string; what: string; time: string; most: string }) =>
    `${what} of ${source} is from ${time}, which is more than ${most} ago.`,
  fix: 'Ask whoever keeps the source for newer data, or let the policy allow an older age.',
} as const

export const SOURCE_AHEAD = {
  code: 'SOURCE_AHEAD',
  problem: ({ source, what, time, at }: { source: string; what: string; time: string; at: string }) =>
    `${what} of ${source} is from ${time}, and the ledger stands at ${at}: it is from the future.`,
  fix: 'Correct the time, or use a newer state of the ledger.',
} as const

export const SOURCE_UNSIGNED = {
  code: 'SOURCE_UNSIGNED',
  problem: ({ source, got, least }: { source: string; got: readonly string[]; least: number }) =>
    `${source} is signed or attested to by ${got.join(', ') || 'nobody'}; it needs ${least} trusted account${least === 1 ? '' : 's'}.`,
  fix: 'Let a trusted account sign the data or attest to it on chain, or name whom to trust.',
} as const

export const SOURCE_ALTERED = {
  code: 'SOURCE_ALTERED',
  problem: ({ source, reason }: { source: string; reason: string }) =>
    `${source} is not what was signed or hashed: ${reason}.`,
  fix: 'Do not use it. Fetch it again from whoever made it.',
} as const

export const SOURCE_OUT_OF_BOUNDS = {
  code: 'SOURCE_OUT_OF_BOUNDS',
  problem: ({ source, what, got, bounds }: Record<'source' | 'what' | 'got' | 'bounds', string>) =>
    `${what} of ${source} is ${got}; believed is what lies within ${bounds}.`,
  fix: 'Check the unit and the denom; if the value is right, widen the bounds.',
} as const

export const SOURCE_MISSING = {
  code: 'SOURCE_MISSING',
  problem: ({ what, wanted, got }: { what: string; wanted: number; got: number }) =>
    `${what} needs ${wanted} source${wanted === 1 ? '' : 's'}, and ${got} ${got === 1 ? 'has' : 'have'} a value.`,
  fix: 'Name more sources, or sources that cover the time.',
} as const

export const SOURCE_UNUSED = {
  code: 'SOURCE_UNUSED',
  problem: ({ source, as }: { source: string; as: string }) =>
    `${source} is a source of the kind "${as}", and the policy names none of that kind.`,
  fix: 'Add the kind to the policy (m013.valuation for prices, m012.ecologicalSource for CO₂), or name another source.',
} as const
