import { m014State } from '../../mechanisms/m014-authority-validator-governance/migration/migration.ts'
import type { EpochPhases } from '../state/epochState.ts'

/** m014.state: it follows from the migration and from M012's phase. */
export const m014StateOf = ({ m012, m014 }: EpochPhases) => m014State(m014, m012.phase)
