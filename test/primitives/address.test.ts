import { expect, test } from 'vitest'
import {
  addressBytes,
  addressProblem,
  formatAddress,
  normalizeAddress,
} from '../../src/primitives/address.ts'
import { moduleAddress } from '../support/moduleAddress.ts'

const BOB = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const GROUP_POLICY = 'regen1afk9zr2hn2jsac63h4hm60vl9z3e5u69gndzf7c99cqge3vzwjzs475lmr'

test('an account has 20 bytes, a group policy 32, and both print as they were', () => {
  expect(addressBytes(BOB)).toHaveLength(20)
  expect(addressBytes(GROUP_POLICY)).toHaveLength(32)
  expect(formatAddress(addressBytes(BOB))).toBe(BOB)
  expect(formatAddress(addressBytes(GROUP_POLICY))).toBe(GROUP_POLICY)
})

test('upper case is the same address, as on chain', () => {
  expect(normalizeAddress(BOB.toUpperCase())).toBe(BOB)
  expect(normalizeAddress('not an address')).toBe('not an address')
})

test.each([
  ['', 'it is empty'],
  ['   ', 'it is empty'],
  ['cosmos1hsk6jryyqjfhp5dhc55tc9jtckygx0eph6dd02', 'prefix'],
  ['regen1bad', ''],
  [` ${BOB}`, ''],
  [`${BOB.slice(0, -1)}q`, 'checksum'],
  [BOB.replace('regen1', 'REGEN1'), ''],
])('%j is no address', (text, reason) => {
  expect(addressProblem(text)).toContain(reason)
  expect(() => addressBytes(text)).toThrow('[ADDRESS_MALFORMED]')
})

test('module accounts are the hash of their name', () => {
  expect(moduleAddress('gov')).toBe('regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh')
  expect(moduleAddress('marketplace-feepool')).toBe('regen1h9u8kdj7za4f9d252yq8082qgxcdn8g2mj2kk6')
  expect(moduleAddress('protocolpool')).toBe('regen1purnwdrhg477r0evks8t5ah7c8thvrssaxmfm8')
})
