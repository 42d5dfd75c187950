import { expect, test } from 'vitest'
import * as ownEndpoints from '../../scripts/record/endpoints.ts'
import * as onlyRecorded from '../../scripts/record/onlyRecorded.ts'
import type { Endpoint } from '../../src/node/endpoints/endpoint.ts'
import { BasketFee } from '../../src/wire/generated/regen/ecocredit/basket/v1/state.ts'
import { FeeParams } from '../../src/wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import {
  ClassCreatorAllowlist,
  ClassFee,
  ProjectFee,
} from '../../src/wire/generated/regen/ecocredit/v1/state.ts'
import type { Codec } from '../../src/wire/message.ts'
import { anysIn, reencode } from './anys.ts'
import { fromBase64, queries, type RecordedQuery, toHex, txs } from './recordings.ts'
import { generatedCodec, methods } from './schema.ts'

/** Paths that were asked in order to see how a node refuses them. */
const NO_SUCH_QUERY = ['/regen.ecocredit.v1.Query/NoSuchQuery', '/store/nope/key']

/** Modules that are only proposed: proto/ has them, and the node does not. */
const NO_SUCH_MODULE = ['/regen.feerouter.v1.Query/Params', '/regen.supply.v1.Query/Params']

const endpoints = { ...ownEndpoints, ...onlyRecorded }

/** Queries of proto/ that nothing asks. */
const NOT_ASKED = [
  '/cosmos.feegrant.v1beta1.Query/Allowance',
  '/cosmos.protocolpool.v1.Query/ContinuousFund',
  '/regen.authority.v1.Query/PerformanceRecord',
  '/regen.data.v2.Query/AnchorByHash',
  '/regen.data.v2.Query/AttestationsByHash',
  '/regen.data.v2.Query/ConvertHashToIRI',
  '/regen.data.v2.Query/ConvertIRIToHash',
  '/regen.data.v2.Query/ResolversByHash',
  '/regen.ecocredit.v1.Query/ProjectEnrollment',
]

/** Three bytes 0xff, asked in order to see how a node refuses them. */
const GARBAGE_REQUEST = '////'

const STORE_PATH = '/store/ecocredit/key'

const asked: RecordedQuery[] = [...queries, ...txs.flatMap(({ before }) => [before.account, before.simulate])]
const answered = asked.filter(({ path, response }) => path !== STORE_PATH && response.code === 0)

function methodOf(path: string) {
  const method = methods.find(candidate => candidate.path === path)
  if (!method) throw new Error(`proto/ has no method ${path}`)
  return method
}

function endpointOf(path: string): Endpoint<object, object> {
  const endpoint = Object.values(endpoints).find(candidate => candidate.path === path)
  if (!endpoint) throw new Error(`no endpoint for ${path}`)
  return endpoint as Endpoint<object, object>
}

test('every query that proto/ declares has one endpoint, named after it, or is known to be asked by nobody', () => {
  const declared = methods.filter(({ path }) => !path.includes('.Msg/'))
  const named = Object.entries(endpoints).filter(([, { path }]) => path !== STORE_PATH)
  expect([...named.map(([, { path }]) => path), ...NOT_ASKED].sort()).toEqual(
    declared.map(({ path }) => path).sort(),
  )
  for (const [name, { path }] of named)
    expect(name.toLowerCase().endsWith((path.split('/')[2] ?? '').toLowerCase()), name).toBe(true)
  expect(named.length).toBe(98)
})

test('every recorded path has an endpoint, but for those asked to be refused', () => {
  const paths = new Set(queries.map(({ path }) => path))
  const known = new Set<string>(Object.values(endpoints).map(({ path }) => path))
  expect([...paths].filter(path => !known.has(path)).sort()).toEqual(NO_SUCH_QUERY)
})

test('every recorded request is what its endpoint encodes', () => {
  const proper = asked.filter(
    ({ path, request }) =>
      path !== STORE_PATH &&
      ![...NO_SUCH_QUERY, ...NO_SUCH_MODULE].includes(path) &&
      request !== GARBAGE_REQUEST,
  )
  for (const { path, request } of proper) {
    const bytes = fromBase64(request)
    const message = generatedCodec(methodOf(path).request).decode(bytes)
    expect(toHex(endpointOf(path).encode(message)), path).toBe(toHex(bytes))
  }
  expect(proper.length).toBe(656)
})

test('every recorded answer decodes and encodes to the same bytes: no field is unknown', () => {
  for (const { path, response } of answered) {
    const bytes = fromBase64(response.value)
    const answer = endpointOf(path).decode(bytes)
    expect(toHex(generatedCodec(methodOf(path).response).encode(answer).finish()), path).toBe(toHex(bytes))
  }
  expect(answered.length).toBe(586)
})

test('every Any in an answer (accounts, keys, proposals, grants, responses) encodes to the same bytes', () => {
  const seen: string[] = []
  for (const { path, response } of answered)
    for (const any of anysIn(methodOf(path).response, endpointOf(path).decode(fromBase64(response.value)))) {
      expect(reencode(any), `${path}: ${any.typeUrl}`).toBe(toHex(any.value))
      seen.push(any.typeUrl)
    }
  expect([seen.length, new Set(seen).size]).toEqual([332, 35])
})

test('the singletons of the raw store decode, each by its key, and encode to the same bytes', () => {
  const singletons = {
    'raw store FeeParams': { endpoint: endpoints.storedFeeParams, codec: FeeParams },
    'raw store ClassFee': { endpoint: endpoints.storedClassFee, codec: ClassFee },
    'raw store ProjectFee': { endpoint: endpoints.storedProjectFee, codec: ProjectFee },
    'raw store BasketFee': { endpoint: endpoints.storedBasketFee, codec: BasketFee },
    'raw store ClassCreatorAllowlist': {
      endpoint: endpoints.storedClassCreatorAllowlist,
      codec: ClassCreatorAllowlist,
    },
  }
  let read = 0
  for (const [name, { endpoint, codec }] of Object.entries(singletons))
    for (const { request, response } of queries.filter(query => query.name.endsWith(`: ${name}`))) {
      expect(toHex(endpoint.encode({})), name).toBe(toHex(fromBase64(request)))
      const state = endpoint.decode(fromBase64(response.value))
      expect(toHex((codec as Codec<object>).encode(state).finish()), name).toBe(
        toHex(fromBase64(response.value)),
      )
      read++
    }
  expect(read).toBe(20)
})

test('the stored FeeParams are what governance set, mark by mark', () => {
  const asStored = queries
    .filter(({ name }) => name.endsWith(': raw store FeeParams'))
    .map(({ name, response }) => [
      name.split(':')[0],
      endpoints.storedFeeParams.decode(fromBase64(response.value)),
    ])
  expect(Object.fromEntries(asStored)).toEqual({
    'before fees': { buyerPercentageFee: '', sellerPercentageFee: '' },
    'high fees': { buyerPercentageFee: '0.1', sellerPercentageFee: '0.05' },
    'fee text zero': { buyerPercentageFee: '0', sellerPercentageFee: '0.0' },
    end: { buyerPercentageFee: '0.01', sellerPercentageFee: '0.02' },
  })
})
