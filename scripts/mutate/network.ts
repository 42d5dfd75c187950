import type { Change } from './changes.ts'

export const NETWORK: readonly Change[] = []
