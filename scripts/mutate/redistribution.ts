import type { Change } from './changes.ts'

export const REDISTRIBUTION: readonly Change[] = []
