import type { AllowedDenom } from '../../../src/messages/ledger.ts'

/** What people call a denom. */
export const displayName = (denom: string, denoms: readonly AllowedDenom[]): string =>
  denoms.find(({ bankDenom }) => bankDenom === denom)?.displayDenom ?? 'REGEN'
