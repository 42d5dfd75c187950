import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  attested,
  documentOf,
  documentOnChain,
  priceRules,
  priceSource,
  readPrices,
} from '../../src/oracles/index.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { QUERY_FAILED } from '../../src/primitives/errorTable.ts'
import { parseTime } from '../../src/primitives/time.ts'
import * as query from '../../src/wire/generated/regen/data/v2/query.ts'
import { BUYER, SELLER } from '../support/snapshots.ts'

/** Documents that the chain knows by their hash, and accounts that attest to them. */

const TEXT = 'class,price\nC01,25REGEN\n'
const AT = parseTime('2026-11-21T00:00:00Z').seconds
const anchored = parseTime('2026-11-20T00:00:00Z')

/** A ledger with one document, to which these accounts attest; asked at height 7 and for nothing else. */
const ledger = (text: string, attestors: readonly string[]) => ({
  height: 7n,
  port: {
    abciQuery: async ({
      path,
      data: bytes,
      height,
    }: {
      path: string
      data: Uint8Array
      height?: unknown
    }) => {
      expect(height).toBe(7n)
      const iri = documentOnChain(text).iri
      if (path !== '/regen.data.v2.Query/AttestationsByIRI') throw new Error(path)
      const asked = query.QueryAttestationsByIRIRequest.decode(bytes)
      if (asked.iri !== iri)
        throw new RegenError(QUERY_FAILED, {
          origin: 'http://localhost',
          query: path,
          code: 22,
          codespace: 'sdk',
          log: 'not found',
          height: 7n,
        })
      const value = query.QueryAttestationsByIRIResponse.encode({
        // The later ones first: no order is promised.
        attestations: attestors.map((attestor, index) => ({
          ...{ iri, attestor },
          timestamp: { ...anchored, seconds: anchored.seconds + BigInt(attestors.length - 1 - index) },
        })),
        pagination: undefined,
      } as never)
      return { value: value.finish(), height: 7n }
    },
  },
})

const read = (text: string, trusted: readonly string[], attestors: readonly string[] = [SELLER]) =>
  readPrices(
    [priceSource(attested(documentOf('prices.csv', text), ledger(TEXT, attestors) as never))],
    priceRules(DEFAULT_POLICY, trusted),
    AT,
  )

test('a document that a trusted account attests to counts, with the time of the first attestation', async () => {
  const { stated } = await read(TEXT, [SELLER], [BUYER, SELLER, SELLER])
  expect(stated).toEqual([
    {
      source: 'governance-reference',
      time: '2026-11-20T00:00:00Z',
      classes: { C01: '25000000uregen' },
      types: {},
      from: documentOnChain(TEXT).iri,
      signers: [BUYER, SELLER],
    },
  ])
})

test('one to which nobody or only others attest does not', async () => {
  await expect(read(TEXT, [SELLER], [])).rejects.toMatchObject({ code: 'SOURCE_UNSIGNED' })
  await expect(read(TEXT, [SELLER], [BUYER])).rejects.toMatchObject({
    code: 'SOURCE_UNSIGNED',
    context: { got: [BUYER], least: 1 },
  })
})

test.each([TEXT.trimEnd(), `\uFEFF${TEXT}`, TEXT.replace('25', '26')])(
  'a document that differs by a byte is another document: %j',
  async text => {
    await expect(read(text, [SELLER])).rejects.toThrow(
      /^prices\.csv \(regen:1.*\.rdf\) is signed or attested to by nobody; it needs 1 trusted account\. /,
    )
  },
)

test('the file of the bytes is named in the statement, with what kind it is', () => {
  const { fileIri, statement, iri } = documentOnChain(TEXT)
  expect(fileIri).toMatch(/^regen:113[1-9A-HJ-NP-Za-km-z]+\.csv$/)
  expect(statement).toContain(`<${fileIri}> `)
  expect(iri).toMatch(/^regen:13[1-9A-HJ-NP-Za-km-z]+\.rdf$/)
  expect(documentOnChain(' { }').fileIri).toMatch(/\.json$/)
})

/** A node that gives the recorded answers, and nothing else. */
const recorded = readFileSync(new URL('../recordings/oracles.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

test('a v7 node knows the statement by the IRI that is computed here, and who attests to it', async () => {
  const port = {
    abciQuery: async ({ path, data }: { path: string; data: Uint8Array }) => {
      const { iri } = query.QueryAttestationsByIRIRequest.decode(data)
      const found = recorded.find(
        one => one.path === path && Buffer.from(one.request, 'base64').includes(iri),
      )
      if (found === undefined) throw new Error(`not recorded: ${path}`)
      return { value: Uint8Array.from(Buffer.from(found.response.value, 'base64')), height: 394n }
    },
  }
  const text = 'class,price,time\nC01,25REGEN,2026-11-29\n'
  const source = priceSource(attested(documentOf('p.csv', text), { port, height: 394n } as never))
  const at = parseTime('2026-11-29T15:30:00Z').seconds
  const { stated } = await readPrices([source], priceRules(DEFAULT_POLICY, [ATTESTOR]), at)
  expect(stated.map(({ from, signers }) => [from, signers])).toEqual([
    ['regen:13toVhA7TNVpxgK6XQ9dU8XSBKo8G449oXo7rxJXgvUSrfUxSTpZHc4.rdf', [ATTESTOR]],
  ])
})

const ATTESTOR = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
