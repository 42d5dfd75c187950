import { classOf } from '../fields/identifiers.ts'
import type { BridgedBatch, Ledger, OriginTx } from '../ledger.ts'

/** The reason the chain writes for a bridged cancellation, 'bridge-<target>', must fit into 512 bytes. */
export const MAX_BRIDGE_TARGET_LENGTH = 505

/** Warns unless governance allows bridging to and from a chain; its name is compared in lower case. */
export function allowBridge(chain: string, ledger: Ledger): void {
  const chains = ledger.setting('bridgeChains')
  if (chains === null) ledger.warn('STATE_UNKNOWN', { what: 'allowed bridge chain', id: chain })
  else if (!chains.value.includes(chain.toLowerCase())) ledger.warn('BRIDGE_CHAIN_NOT_ALLOWED', { chain })
}

/** The name of a contract on another chain within a class: each class keeps one batch for it. */
export const contractId = (classId: string, contract: string): string => `${classId}/${contract}`

export const contractIdOf = ({ batchDenom, contract }: BridgedBatch): string =>
  contractId(classOf(batchDenom), contract)

/** The name of an origin transaction within a class. */
export const originId = ({ classId, source, id }: OriginTx): string => `${classId}/${source}/${id}`

/** Warns when a class has issued credits for an origin transaction before: it does so once. */
export function spendOrigin(classId: string, origin: Omit<OriginTx, 'classId'>, ledger: Ledger): void {
  const { source, id } = origin
  const row = { classId, source, id }
  const known = ledger.find('origin transaction', originId(row))
  if (known === 'unknown') ledger.warn('ORIGIN_UNKNOWN', { id })
  else if (known !== 'absent')
    ledger.warn('ALREADY_EXISTS', { what: `issue of credits of ${classId} for`, id })
  ledger.add('origin transaction', row)
}

/** Warns when a class has a batch for a contract already. */
export function requireNewContract(classId: string, contract: string, ledger: Ledger): void {
  const known = ledger.find('bridge contract', contractId(classId, contract))
  if (known === 'unknown') ledger.warn('STATE_UNKNOWN', { what: 'batch of bridge contract', id: contract })
  else if (known !== 'absent')
    ledger.warn('ALREADY_EXISTS', { what: `batch of ${classId} for the contract`, id: contract })
}

/** Keeps a new batch as that of a contract. */
export function addBridged(row: BridgedBatch, ledger: Ledger): void {
  ledger.add('bridged batch', row)
  ledger.add('bridge contract', row)
}
