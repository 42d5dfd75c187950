import * as z from 'zod/mini'
import { parseInput } from '../../primitives/schemas.ts'

/**
 * Where a mechanism is found on a chain. A module that answers wins over a contract; a policy alone means that nothing is on chain: everything of the
 * mechanism is proposed.
 */
export type MechanismSource =
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'contract'; readonly address: string }
  | { readonly kind: 'policy' }

/** The addresses of the four mechanisms as contracts; a mechanism that is left out is not looked for. */
export type MechanismContracts = {
  readonly dynamicSupply?: string | undefined
  readonly feeRouter?: string | undefined
  readonly validatorGovernance?: string | undefined
  readonly contributionRewards?: string | undefined
}

/** Which contracts are on which chain, by chain id. */
export type ContractRegistry = { readonly [chainId: string]: MechanismContracts }

const Address = z.string().check(z.regex(/^regen1[02-9ac-hj-np-z]{38,}$/, 'expected an address, regen1…'))

const ContractsJson = z.strictObject({
  dynamicSupply: z.optional(Address),
  feeRouter: z.optional(Address),
  validatorGovernance: z.optional(Address),
  contributionRewards: z.optional(Address),
})

/**
 * Reads a list of contracts: `{ "regen-1": { "feeRouter": "regen1…" } }`, or throws INPUT_INVALID naming each wrong field.
 *
 * @example
 * parseContractRegistry({ 'regen-1': { feeRouter: contract } })['regen-1']?.feeRouter === contract // true
 */
export const parseContractRegistry = (json: unknown): ContractRegistry =>
  parseInput(z.record(z.string(), ContractsJson), 'list of contracts', json)
