import { afterEach, expect, test, vi } from 'vitest'
import { connectRegen, type Regen } from '../src/client.ts'
import { explainFailure, type TxFailure } from '../src/node/events/failures/explainFailure.ts'
import { txError } from '../src/node/events/failures/txError.ts'
import { RegenError } from '../src/primitives/errors.ts'
import { TX_TIMEOUT } from '../src/primitives/errorTable/sending.ts'
import { asRecorded, modeOf, recordedTx } from './client/live.ts'
import { type LiveOptions, liveRun } from './live/liveRun.ts'
import { type Person, personOf } from './live/people.ts'
import { renderReport, wrongOnes } from './live/report.ts'
import { answerOf, type Send, sendWith } from './live/send.ts'
import { liveSettings } from './live/settings.ts'
import { type Answers, rehearse } from './rehearsal/rehearse.ts'
import { unsentFetch } from './rehearsal/unsent.ts'
import { messagesOf } from './snapshot/recorded.ts'
import { recordedNode } from './support/recordedNode.ts'
import { network } from './support/recordings.ts'
import { LONG } from './support/runs.ts'

/**
 * The live run without a live node: all that it reads, chooses, previews and signs, against what was recorded. Only what needs a chain
 * that goes on is left out: running the transactions.
 */

/** What the chain would have answered, were these the objects that a run has made. */
const ANSWERS: Answers = {
  '/regen.ecocredit.v1.MsgCreateClass': { classId: 'C01' },
  '/regen.ecocredit.v1.MsgCreateProject': { projectId: 'C01-001' },
  '/regen.ecocredit.basket.v1.MsgCreate': { basketDenom: 'eco.uC.NCT' },
  '/cosmos.gov.v1.MsgSubmitProposal': { proposalId: 1n },
}

const people = new Map<string, Promise<Person>>()
function recordedPerson(name: string): Promise<Person> {
  const person = people.get(name) ?? personOf(name, network.accounts[name]?.mnemonic ?? '')
  people.set(name, person)
  return person
}

const open: Regen[] = []
afterEach(() => {
  for (const regen of open.splice(0)) regen.disconnect()
})

type Rehearsal = Partial<LiveOptions> & {
  readonly at: string
  readonly names?: readonly string[]
  readonly answers?: Answers
}

async function rehearsal({ at, names = ['alice', 'bob', 'carol'], answers = {}, ...options }: Rehearsal) {
  const node = await recordedNode()
  node.standAt(at)
  const { fetch, kept } = unsentFetch()
  const regen = await connectRegen(node.url, { fetch })
  open.push(regen)
  const actors = await Promise.all(names.map(recordedPerson))
  const governor = await recordedPerson('val')
  const send = rehearse(regen, [...actors, governor], kept, { ...ANSWERS, ...answers })
  const report = await liveRun({
    regen,
    people: actors.map(({ address }) => address),
    governor: governor.address,
    seed: 1,
    runs: 20,
    feesToSet: [],
    // It needs a chain that goes on.
    withTour: false,
    send,
    pause: async () => {},
    say: () => {},
    ...options,
  })
  return { report, missing: node.missing }
}

/** The one thing a run asks that was not recorded; it only prints the answer. */
const VERSIONS = '/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo'

/** Random transactions of the longest run; more in `npm run test:long`. */
const MANY = LONG ? 200 : 36

const kindOf = ({ name }: { readonly name: string }) => name.replace(/^\d+: /, '')

test(`set-up, governance and ${MANY} random transactions pass their previews and are signed in both modes`, async () => {
  const { report, missing } = await rehearsal({
    at: 'end',
    // Within the first 36 transactions of this seed is each kind.
    seed: 36,
    runs: MANY,
    feesToSet: [{ buyer: '0.01', seller: '0.02' }],
  })
  expect(wrongOnes(report)).toEqual([])
  expect(missing.map(what => what.split(' ').find(word => word.startsWith('/')))).toEqual([VERSIONS])
  const kinds = new Set(report.outcomes.map(kindOf))
  expect([...kinds].sort()).toEqual([
    'burn',
    'buy',
    'cancel',
    'cancel order',
    'create batch',
    'governance: submit',
    'governance: vote',
    'put',
    'retire',
    'sell',
    'send',
    'set up: create basket',
    'set up: create batch',
    'set up: create class',
    'set up: create project',
    'set up: put',
    'set up: sell',
    'take',
    'two messages',
    'update order',
  ])
  expect(report.outcomes.filter(({ name }) => /^\d/.test(name))).toHaveLength(MANY)
  expect(report.notes).toContain(`${MANY} random transactions with the fees {"buyer":"0.01","seller":"0.02"}`)
}, 600_000)

test('without fees, without governance, with somebody who has no money', async () => {
  const { report, missing } = await rehearsal({
    at: 'noFees',
    names: ['alice', 'bob', 'frank'],
    governor: (await recordedPerson('alice')).address,
    feesToSet: [{ buyer: '0.01', seller: '' }],
    seed: 2,
  })
  expect(wrongOnes(report)).toEqual([])
  expect(missing).toHaveLength(1)
  expect(report.outcomes[0]?.name).toBe('set up: give money')
  expect(report.notes[1]).toBe(
    `fees as they were: ${network.accounts['alice']?.address} is no validator of this chain`,
  )
  expect(report.notes[2]).toBe('20 random transactions with the fees {"buyer":"","seller":""}')
})

test('a vote that is lost is told, and the run goes on', async () => {
  const { report } = await rehearsal({
    at: 'end',
    feesToSet: [{ buyer: '0.01', seller: '0.02' }],
    answers: { '/cosmos.gov.v1.MsgSubmitProposal': { proposalId: 3n } },
    runs: 2,
  })
  expect(report.notes[1]).toMatch(/^fees as they were: proposal 3 ended as failed /)
  expect(report.outcomes.filter(({ name }) => /^\d/.test(name))).toHaveLength(2)
})

test('fees that a passed proposal did not bring are told', async () => {
  const { report } = await rehearsal({ at: 'end', feesToSet: [{ buyer: '0.5', seller: '' }], runs: 1 })
  expect(report.notes[1]).toBe(
    'fees as they were: proposal 1 has passed, but the fees are {"buyer":"0.01","seller":"0.02"}',
  )
})

test('the same seed is the same run', async () => {
  const sentWith = async (seed: number) => {
    const sent: unknown[] = []
    const send: Send = async ({ messages }) => {
      sent.push(messages)
      return unsent(messages.map(({ typeUrl }) => ({ typeUrl, value: ANSWERS[typeUrl] ?? {} })))
    }
    await rehearsal({ at: 'end', seed, send })
    return sent
  }
  const [first, again, other] = [await sentWith(7), await sentWith(7), await sentWith(8)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test.each([
  'create class C01',
  'buy from two orders',
  'basket take tradable',
  'two messages: send then retire',
  'amino JSON buy',
  'amino JSON sell with expiration',
  'gov submit: set marketplace fees 1% and 2%',
])('%s: sent by what the live run sends with, and exact', async name => {
  const tx = recordedTx(name)
  const node = await recordedNode()
  node.standBefore(name)
  const regen = await connectRegen(node.url)
  open.push(regen)
  const send = sendWith(regen, [await recordedPerson(tx.signer)])
  const action = { name, signer: tx.address, messages: messagesOf(name) }
  const sent = await send(action, modeOf(tx), asRecorded(tx))
  expect(sent.txHash).toBe(tx.hash)
  expect(sent.reconciliation.differences).toEqual([])
  expect(sent.responses.map(({ typeUrl }) => typeUrl)).toEqual(
    tx.messages.map(({ typeUrl }) => `${typeUrl}Response`),
  )
  if (name === 'create class C01') expect(answerOf(sent)).toEqual({ classId: 'C01' })
  expect(node.missing).toEqual([])
})

test('what differs or is refused is counted, told in words, and does not end the run', async () => {
  const node = await recordedNode()
  node.standAt('end')
  let number = 0
  const send: Send = async ({ name, messages }) => {
    if (name.startsWith('set up'))
      return unsent(messages.map(({ typeUrl }) => ({ typeUrl, value: ANSWERS[typeUrl] ?? {} })))
    number++
    if (number === 1) throw refused('the chain said no')
    const line = {
      subject: 'coins' as const,
      index: 0,
      path: [],
      verdict: 'different' as const,
      differs: ['amount'],
      expected: { denom: 'uregen', amount: '5' },
      seen: { denom: 'uregen', amount: '4' },
      position: 1,
    }
    const sent = unsent([])
    return {
      ...sent,
      height: 368n,
      reconciliation: { ...sent.reconciliation, status: 'different', differences: [line] },
    }
  }
  const { report } = await rehearsal({ at: 'end', runs: 2, send })
  expect(wrongOnes(report).map(({ verdict }) => verdict)).toEqual(['refused', 'different'])
  const text = renderReport(report)
  expect(text).toContain('1 different, 1 refused')
  expect(text).toMatch(/REFUSED 1: .*in no block\n {4}.*the chain said no/)
  expect(text).toContain('Message 0, coins: of denom uregen, amount 5, amount is 4 instead of 5.')
})

test('a node that fails ends the run', async () => {
  const send: Send = async () => {
    throw new RegenError(TX_TIMEOUT, { hash: 'A', milliseconds: 1, timeoutHeight: 0n })
  }
  await expect(rehearsal({ at: 'end', send })).rejects.toThrow('TX_TIMEOUT')
})

test('without REGEN_RPC there is no run; with it, the recorded accounts act', async () => {
  expect(await liveSettings({})).toBeNull()
  expect(await liveSettings({ REGEN_RPC: '' })).toBeNull()
  const settings = await liveSettings({ REGEN_RPC: 'http://a, http://b', REGEN_SEED: '7', REGEN_RUNS: '5' })
  const addressOf = (name: string) => network.accounts[name]?.address
  expect(settings).toMatchObject({ rpc: ['http://a', 'http://b'], seed: 7, runs: 5 })
  expect(settings?.people.map(({ address }) => address)).toEqual(['alice', 'bob', 'carol'].map(addressOf))
  expect(settings?.governor.address).toBe(addressOf('val'))
})

test('REGEN_MNEMONIC acts with its accounts 0, 1 and 2', async () => {
  const REGEN_MNEMONIC = network.accounts['dave']?.mnemonic ?? ''
  const settings = await liveSettings({
    REGEN_RPC: 'http://a',
    REGEN_MNEMONIC,
    REGEN_GOV_MNEMONIC: REGEN_MNEMONIC,
  })
  const addresses = settings?.people.map(({ address }) => address) ?? []
  expect(addresses[0]).toBe(network.accounts['dave']?.address)
  expect(new Set(addresses).size).toBe(3)
  expect(settings?.governor.address).toBe(addresses[0])
  expect(settings?.seed).toBeGreaterThan(0)
})

test.each(['0', '-1', '1.5', 'many'])('REGEN_RUNS=%s is refused', async REGEN_RUNS => {
  await expect(liveSettings({ REGEN_RPC: 'http://a', REGEN_RUNS })).rejects.toThrow(
    `REGEN_RUNS must be a whole number of 1 or more, not "${REGEN_RUNS}"`,
  )
})

test('nothing is spent on regen-1', async () => {
  const send = vi.fn()
  const regen = { chainId: 'regen-1' } as Regen
  await expect(rehearsal({ at: 'end', regen, send })).rejects.toThrow('not on regen-1')
  expect(send).not.toHaveBeenCalled()
})

const unsent = (responses: Awaited<ReturnType<Send>>['responses']): Awaited<ReturnType<Send>> => ({
  txHash: '',
  height: 0n,
  gas: { used: 1n, limit: 1n },
  reconciliation: { status: 'partial', failure: null, lines: [], differences: [], notReconciled: [] },
  responses,
})

const refused = (reason: string) =>
  txError(explainFailure({ code: 5, codespace: 'sdk', log: reason }) as TxFailure, 'A'.repeat(64))
