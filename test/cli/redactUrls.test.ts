import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeUrl, redactUrls, urlsIn } from '../../src/cli/io/redactUrls.ts'
import { holds } from '../support/arbitraries.ts'
import { example, run } from './run.ts'

/** Of an address nothing but scheme and host is ever printed. */

const SECRET = 'k3y-of-a-hosted-node'

test.each([
  ['at http://host:26657/abc cannot', 'at http://host:26657 cannot'],
  ['https://user:pass@host.example/a?b=c#d.', 'https://host.example.'],
  ['(see wss://host/x)', '(see wss://host)'],
  ['http://[::1]:80/x, http://b', 'http://[::1]:80, http://b'],
  ['http:/host/x', 'http://host'],
  ['"--rpcc=http://u@h/x"', '"--rpcc=http://h"'],
  ['expected http:// or https://', 'expected http:// or https://'],
  ['at run (file:///home/a/b.ts:1:2)', 'at run (file:///home/a/b.ts:1:2)'],
  ['C01=25uregen /regen.data.v1.MsgAnchor', 'C01=25uregen /regen.data.v1.MsgAnchor'],
])('%s', (text, expected) => {
  expect(redactUrls(text)).toBe(expected)
  expect(redactUrls(redactUrls(text))).toBe(expected)
})

test('a part of a known address is known for what it is', () => {
  const known = urlsIn([`--rpcc=https://user:${SECRET}@host/`])
  expect(redactUrls(`got "https://user:${SECRET.slice(0, 8)}"`, known)).toBe('got "https://host"')
})

test('whatever the words of a known address are, they are gone', () => {
  const part = fc.string({ minLength: 1, maxLength: 8 })
  holds(part, part, fc.nat(60), (before, after, cut) => {
    const url = `https://host/${before}${SECRET}${after}`
    expect(redactUrls(`bad: ${url} – no`, urlsIn([url]))).not.toContain(SECRET)
    expect(redactUrls(`bad: ${url.slice(0, cut)} – no`, urlsIn([url]))).not.toContain(SECRET)
  })
})

test('a path is no address', () => {
  expect(
    ['a.json', 'C:\\a.json', './http.json', '-', 'http', 'http:x', ' HTTPS://h'].map(looksLikeUrl),
  ).toEqual([false, false, false, false, false, true, true])
})

describe('an address in the wrong place', () => {
  const url = `http://user:${SECRET}@host.example:1234/${SECRET}?token=${SECRET}`
  test.each([
    ['preview', url],
    ['preview', example('mixed'), '--snapshot', url],
    ['preview', example('mixed'), '--policy', url],
    ['preview', example('mixed'), `--rpcc=${url}`],
    ['preview', example('mixed'), '--price', url],
    ['preview', example('mixed'), '--gas', url],
    ['preview', example('mixed'), '--phase', url],
    ['preview', example('mixed'), url],
    ['snapshot', '--rpc', 'http://127.0.0.1:1', '--output', url],
    ['explain', url],
    ['policy', '--preset', url],
    ['policy', '--diff', url],
    ['quote', '--type', url],
    ['supply', '--supply', url, '--staked', '0'],
    ['tx', url],
    [url],
  ])('%j', async (...argv) => {
    for (const more of [[], ['--debug'], ['--json']]) {
      const { code, out, err } = await run(more[0] === '--json' ? [...argv, ...more] : [...more, ...argv])
      expect([code, out]).toEqual([1, ''])
      expect(err).not.toContain(SECRET)
      expect(err).not.toContain('user:')
    }
  })

  test.each([
    ['preview', url],
    ['preview', example('mixed'), '--snapshot', url],
    ['snapshot', '--rpc', 'http://127.0.0.1:1', '--output', url],
    ['policy', '--file', url],
  ])('where a file is expected, it says how a node is named: %j', async (...argv) => {
    const { err } = await run(argv)
    expect(err).toContain('http://host.example:1234 is invalid:\n✖ that is a URL; a node is named with --rpc')
  })
})
