import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { koiBundle, readDocument } from '../../src/oracles/index.ts'
import { jcs } from '../../src/oracles/koiBundle.ts'
import { requireVouched } from '../../src/oracles/rules.ts'

/** Bundles of KOI-net: manifest, contents, envelope. */

const contents = { classes: { C02: '25REGEN' }, types: { C: '20REGEN' } }
const RID = 'orn:regen.prices:2026-11'
const bundleOf = (data: object) => ({
  manifest: {
    rid: RID,
    timestamp: '2026-11-20T12:00:00Z',
    sha256_hash: bytesToHex(sha256(utf8ToBytes(jcs(data)))),
  },
  contents: data,
})
const payloadOf = (...bundles: readonly object[]) => ({
  type: 'bundles_payload',
  bundles,
  not_found: [],
  deferred: [],
})

const secret = new Uint8Array(32).fill(9)
const der = concatBytes(
  hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
  p256.getPublicKey(secret, false),
)
const key = base64.encode(der)
const node = `orn:koi-net.node:prices+${bytesToHex(sha256(utf8ToBytes(key)))}`
const envelopeOf = (payload: object, source_node = node) => {
  const signed = { payload, source_node, target_node: 'orn:koi-net.node:us+00' }
  return { ...signed, signature: base64.encode(p256.sign(utf8ToBytes(JSON.stringify(signed)), secret)) }
}

const read = (json: unknown, trusted: readonly string[] = []) =>
  readDocument('koi', JSON.stringify(json), trusted)
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    error => error.code as string,
  )

test('the canonical form is that of RFC 8785: the sample of its section 3.2.3, and integer-like names as text', () => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\ud83d\ude00': 'Emoji',
    '\u0080': 'Control',
    '\u00f6': 'Latin',
  }
  expect(
    Object.values(
      JSON.parse(
        `[${jcs(sample)
          .slice(1, -1)
          .replace(/"(?:[^"\\]|\\.)*":/g, '')}]`,
      ),
    ),
  ).toEqual(['Carriage Return', 'One', 'Control', 'Latin', 'Euro Sign', 'Emoji', 'Hebrew'])
  expect(jcs({ '10': 1, '9': [2, { b: null, a: true }] })).toBe('{"10":1,"9":[2,{"a":true,"b":null}]}')
})

test('canonical JSON is JSON of the same value, and the same for every order of names', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(jcs(value))).toEqual(JSON.parse(JSON.stringify(value)))
      const reversed = JSON.parse(JSON.stringify(value), (_, field) =>
        typeof field === 'object' && field !== null && !Array.isArray(field)
          ? Object.fromEntries(Object.entries(field).reverse())
          : field,
      )
      expect(jcs(reversed)).toBe(jcs(value))
    }),
  )
})

describe('a bundle', () => {
  test.each([
    ['alone', bundleOf(contents)],
    ['in a payload', payloadOf(bundleOf(contents))],
  ])('%s: its contents, with the time of its manifest', async (_, json) => {
    const { data, time, signers } = await read(json)
    expect([data, time, signers]).toEqual([{ json: contents }, '2026-11-20T12:00:00Z', []])
  })

  test('in an envelope of a trusted node: the node vouches for it', async () => {
    const document = await read(envelopeOf(payloadOf(bundleOf(contents))), ['regen1other', key])
    expect(document.signers).toEqual([node])
    expect(() => requireVouched(document, { trusted: [key], leastSigners: 1 })).not.toThrow()
    expect(() => requireVouched(document, { trusted: [node], leastSigners: 1 })).not.toThrow()
    expect(() => requireVouched(document, { trusted: ['regen1other'], leastSigners: 1 })).toThrow(
      /SOURCE_UNSIGNED/,
    )
  })

  const altered = { ...bundleOf(contents), contents: { ...contents, types: { C: '21REGEN' } } }
  const envelope = envelopeOf(payloadOf(bundleOf(contents)))
  test.each([
    ['other contents than the manifest hashes', altered, []],
    ['an envelope of a node that is not known', envelope, []],
    ['an envelope with another payload', { ...envelope, payload: payloadOf(bundleOf({ types: {} })) }, [key]],
    ['an envelope to somebody else', { ...envelope, target_node: 'orn:koi-net.node:them+00' }, [key]],
    ['an envelope with a signature that is none', { ...envelope, signature: '!' }, [key]],
    [
      'a node whose name is not the hash of its key',
      envelopeOf(payloadOf(bundleOf(contents)), `${node.slice(0, -1)}x`),
      [key],
    ],
  ])('%s is SOURCE_ALTERED', async (_, json, trusted) => {
    expect(await codeOf(read(json, trusted))).toBe('SOURCE_ALTERED')
  })

  test('none, two, or a manifest without a hash', async () => {
    expect(await codeOf(read(payloadOf()))).toBe('SOURCE_UNREADABLE')
    expect(await codeOf(read(payloadOf(bundleOf(contents), bundleOf(contents))))).toBe('INPUT_INVALID')
    expect(await codeOf(read({ manifest: { rid: RID }, contents }))).toBe('INPUT_INVALID')
  })
})

test('a node is asked for the bundle by its RID', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`)
      response.end(JSON.stringify(payloadOf(bundleOf(contents))))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { from, data } = await koiBundle(`http://127.0.0.1:${port}/koi-net/`, RID).read()
  server.close()
  expect(asked).toEqual([`POST /koi-net/bundles/fetch {"type":"fetch_bundles","rids":["${RID}"]}`])
  expect([from, data]).toEqual([`http://127.0.0.1:${port} ${RID}`, { json: contents }])
})
