import type { MechanismSource } from '../../network/mechanismSources.ts'

/** What tells of a mechanism in force. */
export const sourceName = ({ kind }: MechanismSource): string => (kind === 'module' ? 'Module' : 'Contract')
