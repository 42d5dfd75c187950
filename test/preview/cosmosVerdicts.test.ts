import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { CODECS } from '../../src/wire/registry.ts'
import snapshotText from '../recordings/cosmos-snapshot.json' with { type: 'json' }
import type { Verdict } from '../support/recordings.ts'

/** What a v7.0.0 node said to messages of the SDK's own modules, with one field changed at a time, against our preview of its state. */

const verdicts = readFileSync(new URL('../recordings/cosmos-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Verdict)

const snapshot = parseSnapshot(snapshotText)

/** Refusals for state that a snapshot does not hold: fee allowances, validators, delegations, channels. */
const UNKNOWABLE = [
  'fee allowance already exists',
  'fee-grant not found',
  'validator does not exist',
  'no delegation for',
  'counterparty not found',
]

const blockingOf = ({ typeUrl, any }: Verdict) => {
  const value = CODECS.get(typeUrl)?.decode(new Uint8Array(Buffer.from(any, 'base64'))) as object
  return previewFees({ messages: [{ typeUrl, value }], snapshot }).warnings.filter(({ blocks }) => blocks)
}

const shown = (verdict: Verdict) => `${verdict.typeUrl} ${verdict.path}: ${verdict.log}`
const accepted = verdicts.filter(verdict => verdict.accepted)
const refused = verdicts.filter(verdict => !verdict.accepted)

describe('gov, group, authz, bank, feegrant, staking', () => {
  test('no message that the node accepted gets a blocking warning', () => {
    expect(accepted.length).toBe(48)
    expect(accepted.filter(verdict => blockingOf(verdict).length > 0).map(shown)).toEqual([])
  })

  test('every message that it refused gets one, but for state that nobody asked for', () => {
    expect(refused.length).toBe(104)
    const free = refused.filter(verdict => blockingOf(verdict).length === 0)
    const isKnowable = ({ log }: Verdict) => !UNKNOWABLE.some(reason => log.includes(reason))
    expect(free.filter(isKnowable).map(shown)).toEqual([])
    expect(free.length).toBe(6)
  })

  test.each([
    ['a proposal without a title', 'proposal title cannot be empty', 'title'],
    ['a proposal without a summary', 'proposal summary cannot be empty', 'summary'],
    ['neither messages nor metadata', 'either metadata or Msgs length must be non-nil', 'messages'],
    ['metadata JSON with another title', "metadata title 'other' must equal", 'metadata'],
    ['metadata over 500 bytes', 'got metadata with length 501', 'metadata'],
    ['a deposit in a denom that governance does not take', 'but gov accepts only', 'initialDeposit'],
    ['a deposit that is too small', 'received 9999uregen but need at least', 'initialDeposit'],
  ])('%s is said by field', (_, log, field) => {
    const found = verdicts.filter(
      ({ typeUrl, path, log: said }) => typeUrl.includes('.gov.') && path === field && said.includes(log),
    )
    expect(found.length).toBeGreaterThan(0)
    for (const verdict of found)
      expect(blockingOf(verdict).map(({ facts }) => facts['field'])).toContain(field)
  })

  test('MsgExec without a grant, of a live snapshot: not authorized; of one without grants: state unknown', () => {
    const [missing] = verdicts.filter(({ log }) => log.includes('authorization not found'))
    if (!missing) throw new Error('the verdict is gone')
    expect(blockingOf(missing).map(({ code }) => code)).toEqual(['NOT_AUTHORIZED'])
    const { grants: _, absent: __, ...without } = snapshot
    const value = CODECS.get(missing.typeUrl)?.decode(
      new Uint8Array(Buffer.from(missing.any, 'base64')),
    ) as object
    const { warnings } = previewFees({
      messages: [{ typeUrl: missing.typeUrl, value }],
      snapshot: { ...without, absent: [] },
    })
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'STATE_UNKNOWN', blocks: false }))
  })
})
