import type { MechanismSource } from '../../network/inForce/mechanismSources.ts'

/** The name of the kind of source that has a mechanism in force: a module of the chain, or a contract. */
export const sourceName = ({ kind }: MechanismSource): string => (kind === 'module' ? 'Module' : 'Contract')
