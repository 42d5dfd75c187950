/** Every question that a node is asked, in files that a preview of credits loads apart from the others. */
export * from './endpoints/bank.ts'
export * from './endpoints/cosmos.ts'
export * from './endpoints/credits.ts'
export * from './endpoints/regen.ts'
export * from './endpoints/staking.ts'
