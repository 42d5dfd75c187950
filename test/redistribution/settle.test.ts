import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import snapshot from '../../examples/snapshot.json' with { type: 'json' }
import { allocateRound } from '../../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import { parseRound } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { canonicalHash } from '../../src/primitives/canonicalHash.ts'
import { coin } from '../../src/primitives/coin.ts'
import { communitySpends } from '../../src/redistribution/epochSpends.ts'
import { parseReport } from '../../src/redistribution/parseReport.ts'
import { rawIri, reportBytes } from '../../src/redistribution/reportIri.ts'
import { settle } from '../../src/redistribution/settle.ts'
import { type Payment, requireSettled, verifySettlement } from '../../src/redistribution/verifySettlement.ts'
import { network } from '../support/recordings.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/fund/${name}.json`, import.meta.url), 'utf8'))
const report = allocateRound(parseRound(read('quadratic')))
const proposer = network.accounts['alice']?.address ?? ''
const by = { kind: 'gov', proposer, deposit: [coin('uregen', 10_000_000n)] } as const

type Proposal = {
  messages: { typeUrl: string; value: { recipient: string; amount: { amount: string }[] } }[]
  metadata: string
  summary: string
}
const proposalOf = (message: unknown) => (message as { value: Proposal }).value

/** The IRIs that x/data gives to a hash of these 32 letters. */
test('IRIs of x/data', () => {
  const hash = new TextEncoder().encode('abcdefghijklmnopqrstuvwxyz123456')
  expect(rawIri({ hash, digestAlgorithm: 2, fileExtension: 'jpg' })).toBe(
    'regen:115dNuUmeLdZEBP9opwjTqvH8GCx56SGfgmDHbMeYtwe8neW4iXb.jpg',
  )
})

describe('a settlement', () => {
  test('pays what the report says by protocolpool, and names the report', () => {
    const { proposals, anchor, iri, reportHash, payments } = settle(report, { by })
    const { messages, metadata, summary } = proposalOf(proposals[0])
    expect(messages.map(({ typeUrl }) => typeUrl)).toEqual(
      Array(3).fill('/cosmos.protocolpool.v1.MsgCommunityPoolSpend'),
    )
    expect(messages.map(({ value }) => BigInt(value.amount[0]?.amount ?? ''))).toEqual(
      report.allocations.map(({ amount }) => amount),
    )
    expect([metadata, summary.includes(reportHash)]).toEqual([iri, true])
    expect(new TextEncoder().encode(metadata).length).toBeLessThanOrEqual(255)
    expect(anchor.typeUrl).toBe('/regen.data.v2.MsgAnchor')
    expect(payments.reduce((sum, { amount }) => sum + amount, 0n)).toBe(report.allocated)
  })

  test('is chunked: every payment once, in as few proposals as the limit allows', () => {
    const { proposals, payments } = settle(report, { by, maxRecipients: 2 })
    expect(proposals.map(proposal => proposalOf(proposal).messages.length)).toEqual([2, 1])
    expect(payments.map(({ proposal }) => proposal)).toEqual([0, 0, 1])
  })

  test('has no payment for a project that gets nothing', () => {
    const [first, ...rest] = report.allocations
    const none = { ...report, allocations: [{ ...first, amount: 0n }, ...rest] } as typeof report
    const { proposals, payments } = settle(none, { by })
    expect(proposalOf(proposals[0]).messages.length).toBe(rest.length)
    expect(payments.map(({ amount }) => amount)).toEqual(rest.map(({ amount }) => amount))
    expect(communitySpends(none, 'gov').map(({ coin }) => coin.amount)).toEqual(
      rest.map(({ amount }) => amount),
    )
  })

  test('by a group: sends from the group’s own account', () => {
    const policyAddress = MODULE_ACCOUNTS.ecocredit
    const { proposals } = settle(report, {
      by: { kind: 'group', policyAddress, proposers: [proposer], tryExec: true },
    })
    expect(proposalOf(proposals[0]).messages.map(({ typeUrl }) => typeUrl)).toEqual(
      Array(3).fill('/cosmos.bank.v1beta1.MsgSend'),
    )
  })

  test('is previewed like any transaction: the deposit leaves the proposer, and what is proposed does not run', () => {
    const { proposals, anchor } = settle(report, { by })
    const preview = previewFees({ messages: [anchor, ...proposals], snapshot: parseSnapshot(snapshot) })
    expect(preview.messages[1]?.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['deposit', 10_000_000n],
    ])
  })

  test('is verified to the unit', () => {
    const pool = MODULE_ACCOUNTS.protocolpool
    const payments: Payment[] = report.allocations.map(({ recipient, amount }) => ({
      from: pool,
      to: recipient,
      coins: [coin('uregen', amount)],
    }))
    const other: Payment = { from: pool, to: proposer.replace(/.$/, 'q'), coins: [coin('uregen', 5n)] }
    const check = verifySettlement([...payments, other], report)
    expect([check.verified, check.paid, check.others.length]).toEqual([true, report.allocated, 1])
    const short = payments.map((payment, index) =>
      index === 0 ? { ...payment, coins: [coin('uregen', 19_318_181n)] } : payment,
    )
    expect(verifySettlement(short, report).verified).toBe(false)
    expect(() => requireSettled(short, report)).toThrow('due 19318182, paid 19318181')
    expect(verifySettlement([...payments, ...payments], report).verified).toBe(false)
    const inUsdc = payments.map(payment => ({
      ...payment,
      coins: payment.coins.map(({ amount }) => coin('uusdc', amount)),
    }))
    expect(verifySettlement(inUsdc, report)).toMatchObject({ verified: false, paid: 0n })
    expect(
      verifySettlement(
        payments.map(payment => ({ ...payment, from: proposer })),
        report,
      ).verified,
    ).toBe(false)
  })
})

describe('a report', () => {
  test('is the same bytes for the same round, and after being written and read', () => {
    const again = allocateRound(parseRound(read('quadratic')))
    expect(canonicalJson(again)).toBe(canonicalJson(report))
    const written = parseReport(JSON.parse(new TextDecoder().decode(reportBytes(report))))
    expect(canonicalHash(written)).toBe(canonicalHash(report))
  })

  test('its ballots root does not depend on the order of ballots, and its policy hash on what is left at its default', () => {
    const json = read('quadratic') as { contributions: unknown[]; policy: object }
    const turned = allocateRound(parseRound({ ...json, contributions: [...json.contributions].reverse() }))
    expect(turned.ballotsRoot).toBe(report.ballotsRoot)
    expect(turned.allocations).toEqual(report.allocations)
    const named = allocateRound(parseRound({ ...json, policy: { ...json.policy, variant: 'qf' } }))
    expect(named.policyHash).toBe(report.policyHash)
  })

  test('an excluded project takes no part, unless its appeal was accepted', () => {
    const json = read('quadratic') as { projects: object[] }
    const [first, ...rest] = json.projects
    const excluded = { ...first, excluded: 'no evidence' }
    const out = allocateRound(parseRound({ ...json, projects: [excluded, ...rest] }))
    expect(out.excluded).toEqual([{ project: 'soil', reason: 'no evidence' }])
    expect(out.allocations.length).toBe(2)
    const appealed = { ...excluded, appeal: { evidence: 'regen:x.rdf', accepted: true } }
    expect(allocateRound(parseRound({ ...json, projects: [appealed, ...rest] })).allocations.length).toBe(3)
  })

  test('categories split the budget first; what one does not use is not for the others', () => {
    const categories = { 'public-goods': '0.5', 'ecosystem-health': '0.3', 'community-development': '0.2' }
    const split = allocateRound(parseRound({ ...(read('quadratic') as object), categories, policy: {} }))
    expect(split.allocations.map(({ amount }) => amount)).toEqual([34_000_000n, 30_000_000n, 20_000_000n])
    expect(split.dust).toBe(16_000_000n)
  })
})
