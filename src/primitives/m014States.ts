/** The states of M014's module, which gate M012's multiplier. @see SPEC M012, Supply Algorithm, Phase-gated behavior */
export const M014_STATES = ['INACTIVE', 'TRANSITION', 'ACTIVE', 'EQUILIBRIUM'] as const

/** A state of M014’s module: whether validators are a curated set yet, which M012’s multiplier depends on. */
export type M014State = (typeof M014_STATES)[number]
