import type { Change } from './changes.ts'

export const WALLET: readonly Change[] = []
