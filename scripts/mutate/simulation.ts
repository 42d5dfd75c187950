import type { Change } from './changes.ts'

export const SIMULATION: readonly Change[] = []
