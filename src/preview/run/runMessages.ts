import type { Catalog } from '../../messages/catalogOf.ts'
import { deadMessage } from '../../messages/deadMessages.ts'
import type { BrokenRule } from '../../messages/defineMessage.ts'
import { sameAccount } from '../../messages/keeper/authorize.ts'
import { requireGrant } from '../../messages/keeper/grants.ts'
import { moduleOf } from '../../messages/keeper/moduleAccounts.ts'
import { type Message, requireFew, requireShallow } from '../../messages/message.ts'
import { nearestType } from '../../messages/parse/nearestType.ts'
import { parseFields } from '../../messages/parse/parseFields.ts'
import { signersIn } from '../../messages/signersIn.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { addressBytes, addressProblem } from '../../primitives/address.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import {
  emptyRecord,
  ledgerFor,
  type MessageRecord,
  type WorkingLedger,
  warn,
  warnOfType,
} from './workingLedger.ts'

/** A message after it was run on the working ledger. */
export type RunMessage = {
  readonly index: number
  readonly path: readonly number[]
  readonly mode: 'run' | 'listed'
  readonly typeUrl: string
  readonly signer: string
  readonly sentence: string
  readonly runs: boolean
  /** False for a message that may cost and move what nobody can tell: one not in the catalog, or packed. */
  readonly known: boolean
  readonly record: MessageRecord
}

type Place = {
  readonly index: number
  readonly path: readonly number[]
  readonly mode: 'run' | 'listed'
  /** True inside of a group proposal that is tried at once: what fails there does not stop the transaction. */
  readonly tried: boolean
}

/** Who must have signed an inner message, or who runs it in the name of its signer. */
type By = { readonly signer?: string; readonly grantee?: string; readonly tried?: boolean }

/** Runs messages one after the other, those inside others included; outer ones come first in the result. */
export function runMessages(
  messages: readonly Message[],
  working: WorkingLedger,
  knobs: M013Policy,
): readonly RunMessage[] {
  const { catalog } = working
  const results: RunMessage[] = []
  let count = 0
  const countMore = ({ length }: readonly Message[]) => {
    count += length
    requireFew(count)
  }

  const run = (message: Message, place: Place, by: By = {}): void => {
    const { typeUrl, value } = message
    requireShallow(place.path.length)
    const record = emptyRecord()
    const { index, path, mode, tried } = place
    const runs = mode === 'run'
    const type = catalog.typeOf(typeUrl)
    if (type === undefined || value instanceof Uint8Array) {
      warnOfOutsider(typeUrl, { mode, catalog }, record)
      const known = deadMessage(typeUrl) !== undefined
      const sentence = `Runs ${sanitize(typeUrl)}.`
      results.push({ index, path, mode, typeUrl, runs, record, known, signer: '', sentence })
      return
    }
    const { value: read, broken } = parseFields(type, value, catalog)
    // Of several, the first.
    const [signer = ''] = signersIn(type, read)
    // Of what is only proposed the chain runs ValidateBasic, which the SDK's own messages no longer have.
    const isProposed = mode === 'listed' || tried
    record.lenient = isProposed && typeUrl.startsWith('/cosmos.')
    for (const rule of broken) warnOfRule(rule, record)
    record.lenient = false
    if (by.signer !== undefined && !sameAccount(signer, by.signer))
      warn(record, 'WOULD_FAIL', {
        field: type.signer,
        rule: 'inner-signer',
        reason: `it must be ${by.signer}`,
      })
    if (path.length === 0) warnOfSigner(signer, record)
    const sentence = type.sentence(read as never)
    results.push({ index, path, mode, typeUrl, runs, record, known: true, signer, sentence })
    const inner = (messages: readonly Message[], mode: 'run' | 'listed', by?: By) => {
      countMore(messages)
      messages.forEach((message, position) => {
        const innerMode = runs ? mode : 'listed'
        const innerPath = [...path, position]
        run(message, { index, path: innerPath, mode: innerMode, tried: tried || by?.tried === true }, by)
      })
    }
    if (!runs) return
    record.lenient = tried
    const ledger = ledgerFor(record, working, knobs, inner)
    if (by.grantee !== undefined && addressProblem(signer) === null)
      requireGrant({ granter: signer, grantee: by.grantee, message: typeUrl }, ledger)
    type.run?.(read as never, ledger)
  }

  countMore(messages)
  messages.forEach((message, index) => {
    run(message, { index, path: [], mode: 'run', tried: false })
  })
  return results
}

function warnOfRule({ field, rule, reason, effect }: BrokenRule, record: MessageRecord): void {
  if (effect === 'blocks') warn(record, 'WOULD_FAIL', { field, rule, reason })
  if (effect === 'warns') warn(record, 'UNWISE', { field, reason })
}

/** A message of which nothing, or nothing good, is known. */
function warnOfOutsider(
  typeUrl: string,
  { mode, catalog }: Pick<Place, 'mode'> & { readonly catalog: Catalog },
  record: MessageRecord,
): void {
  const dead = deadMessage(typeUrl)
  if (dead !== undefined) {
    const { reason } = dead
    if (mode === 'listed' && dead.stoppedBy === 'execution')
      warn(record, 'PROPOSAL_WILL_FAIL', { typeUrl, reason })
    else warn(record, 'MESSAGE_DEAD', { typeUrl, reason })
  } else if (catalog.typeOf(typeUrl) !== undefined) warn(record, 'INNER_PACKED', { typeUrl })
  else if (typeUrl.startsWith('/regen.')) warnOfType(typeUrl, record, catalog)
  else warn(record, 'MESSAGE_UNKNOWN', { typeUrl, near: nearestType(typeUrl, catalog) })
}

/** Modules and group policies have addresses but no keys: they act through governance or a group only. */
function warnOfSigner(signer: string, record: MessageRecord): void {
  if (addressProblem(signer) !== null) return
  const module = moduleOf(signer)
  if (module !== undefined)
    warn(record, 'SIGNER_CANNOT_SIGN', { signer, reason: `it is the account of the module ${module}` })
  else if (addressBytes(signer).length !== 20)
    warn(record, 'SIGNER_CANNOT_SIGN', { signer, reason: 'it is the address of a group policy or contract' })
}
