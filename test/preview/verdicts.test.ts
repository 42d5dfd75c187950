import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { messageType } from '../../src/messages/catalog.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { CODECS } from '../../src/wire/registry.ts'
import { type Verdict, verdicts } from '../support/recordings.ts'
import { stateAtEnd } from '../support/replay.ts'

/** What a v7.0.0 node said to 1,067 messages, against our preview at the bundled snapshot and our builders. */

const snapshot = parseSnapshot(bundled)

/** What came over bridges is in no bundled snapshot: a live one reads it from the raw store. */
const { bridgedBatches = [], originTxs = [] } = stateAtEnd()
const live = { ...snapshot, bridgedBatches, originTxs }

/**
 * Refusals by the keeper for state that no query of the chain shows: which origin transactions credits were issued
 * for, and which batch a bridge contract belongs to. Without it the preview says so (ORIGIN_UNKNOWN, STATE_UNKNOWN).
 */
const UNKNOWABLE = [
  'credits already issued with tx id',
  'credit batch with contract already exists',
  'only the account that issued the batch can mint additional credits',
]

const byKeeper = ({ log }: Verdict) => log.includes('failed to execute message')
const bySignature = ({ log }: Verdict) =>
  log.includes('not supported for module accounts') ||
  log.includes('Cannot encode unregistered concrete type')
/** A panic of the keeper: the node logs it without the words that mark its other refusals. */
const byPanic = ({ log }: Verdict) => log.includes('recovered: invalid coin denominations')
const unknowable = ({ typeUrl, log }: Verdict) =>
  UNKNOWABLE.some(reason => log.includes(reason)) && !/MsgMintBatchCredits/.test(typeUrl)

const decodedValue = ({ typeUrl, any }: Verdict) =>
  CODECS.get(typeUrl)?.decode(new Uint8Array(Buffer.from(any, 'base64'))) as object

const blockingOf = (verdict: Verdict, at = snapshot) =>
  previewFees({
    messages: [{ typeUrl: verdict.typeUrl, value: decodedValue(verdict) }],
    snapshot: at,
  }).warnings.filter(({ blocks }) => blocks)

const all = verdicts()
const shown = ({ typeUrl, path, log }: Verdict) => `${typeUrl} ${path}: ${log}`

describe('previews', () => {
  test('no message that the node accepted gets a blocking warning', () => {
    const accepted = all.filter(verdict => verdict.accepted)
    expect(accepted.length).toBe(352)
    const blocked = accepted.filter(verdict => blockingOf(verdict).length > 0)
    expect(blocked.map(verdict => [shown(verdict), blockingOf(verdict)])).toEqual([])
  })

  test('every refusal by the message’s own validation or the signature checks blocks', () => {
    const refused = all.filter(verdict => !verdict.accepted && !byKeeper(verdict))
    expect(refused.length).toBe(507)
    expect(refused.filter(verdict => blockingOf(verdict).length === 0).map(shown)).toEqual([])
  })

  test('every refusal by the keeper blocks, but for the three that no query could foretell', () => {
    const refused = all.filter(byKeeper)
    expect(refused.length).toBe(208)
    const free = refused.filter(verdict => blockingOf(verdict).length === 0)
    expect(free.filter(verdict => !unknowable(verdict)).map(shown)).toEqual([])
    expect(free.length).toBe(3)
    for (const verdict of free) {
      const { warnings } = previewFees({
        messages: [{ typeUrl: verdict.typeUrl, value: decodedValue(verdict) }],
        snapshot,
      })
      expect(warnings.some(({ code }) => code === 'ORIGIN_UNKNOWN')).toBe(true)
    }
  })

  test('keeper’s refusals that the preview misses although the node tells enough: with the raw store none is left', () => {
    const refused = all.filter(verdict => byKeeper(verdict) && unknowable(verdict))
    expect(refused.length).toBeGreaterThan(0)
    const missed = refused.filter(verdict => blockingOf(verdict, live).length === 0)
    expect(missed.map(shown)).toEqual([])
    const accepted = all.filter(verdict => verdict.accepted && /Bridge|Batch/.test(verdict.typeUrl))
    expect(accepted.filter(verdict => blockingOf(verdict, live).length > 0).map(shown)).toEqual([])
  })
})

describe('builders', () => {
  const outcome = ({ typeUrl, ...verdict }: Verdict): string => {
    try {
      messageType(typeUrl)?.(decodedValue({ typeUrl, ...verdict }) as never)
      return 'built'
    } catch (error) {
      return isRegenError(error) ? error.code : String(error)
    }
  }

  test('never throw for a message that the node accepted', () => {
    expect(all.filter(verdict => verdict.accepted && outcome(verdict) !== 'built').map(shown)).toEqual([])
  })

  test('throw MESSAGE_INVALID for every refusal by the message’s own validation', () => {
    const refused = all.filter(verdict => !verdict.accepted && !byKeeper(verdict) && !bySignature(verdict))
    expect(refused.filter(verdict => outcome(verdict) !== 'MESSAGE_INVALID').map(shown)).toEqual([])
    expect(refused.filter(byPanic).length).toBe(4)
  })

  test('leave to the signing what only the signature checks refuse: a group policy signs through its group', () => {
    const refused = all.filter(bySignature)
    expect(refused.filter(verdict => outcome(verdict) !== 'built').map(shown)).toEqual([])
    expect(
      refused.every(verdict => blockingOf(verdict).some(({ code }) => code === 'SIGNER_CANNOT_SIGN')),
    ).toBe(true)
  })

  test('read the proto3 JSON of a message to the value the node judged', () => {
    const different = all.filter(({ typeUrl, value, any, path }) => {
      const type = messageType(typeUrl)
      const encoded = CODECS.get(typeUrl)
        ?.encode(type?.read(value).value as never)
        .finish()
      // Nanoseconds out of range cannot be written in JSON; there the recorded bytes are what the node judged.
      return Buffer.from(encoded ?? []).toString('base64') !== any && !/[dD]ate|xpiration/.test(path)
    })
    expect(different.map(shown)).toEqual([])
  })
})
