import { describe, expect, test } from 'vitest'
import { aminoConverters } from '../../src/cosmjs.ts'
import { groupCreateWithPolicy, protocolpoolCreateFund } from '../../src/messages/cosmos/index.ts'
import { network } from '../support/recordings.ts'

/** Messages of x/group and x/protocolpool whose fields the wire has in another form than people write them. */

const ALICE = network.accounts['alice']?.address ?? ''
const authority = 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh'

describe('a continuous fund', () => {
  const fund = (percentage: string) => protocolpoolCreateFund({ authority, recipient: ALICE, percentage })

  test.each([
    ['0.15', '150000000000000000'],
    ['0.000000000000000001', '1'],
    ['150000000000000000', '150000000000000000'],
  ])('a percentage of %s is %s on the wire', (text, wire) => {
    expect(fund(text).value).toMatchObject({ percentage: wire })
  })

  test.each(['0', '1', '1.0', '15', '-0.1', 'x', '0.0000000000000000001', '1000000000000000000'])(
    '%s is refused',
    text => {
      expect(() => fund(text)).toThrow(/percentage/)
    },
  )

  test('in amino JSON it is decimal text of 18 places, and comes back as it was', () => {
    const { toAmino, fromAmino } = aminoConverters['/cosmos.protocolpool.v1.MsgCreateContinuousFund'] ?? {}
    const { value } = fund('0.15')
    const json = toAmino?.(value) as { percentage: string }
    expect(json.percentage).toBe('0.150000000000000000')
    expect(fromAmino?.(json)).toEqual(value)
  })
})

describe('a group with an account', () => {
  const group = (policy: object, members: object[] = [{ address: ALICE, weight: '1' }]) =>
    groupCreateWithPolicy({
      admin: ALICE,
      members,
      groupMetadata: '',
      groupPolicyMetadata: '',
      groupPolicyAsAdmin: true,
      decisionPolicy: policy,
    } as never)
  const windows = { votingPeriod: '86400s' }
  const threshold = (text: string) => ({
    typeUrl: '/cosmos.group.v1.ThresholdDecisionPolicy',
    value: { threshold: text, windows },
  })
  const percentage = (text: string) => ({
    typeUrl: '/cosmos.group.v1.PercentageDecisionPolicy',
    value: { percentage: text, windows },
  })

  test('thresholds and percentages as the chain takes them', () => {
    expect(group(threshold('2.5')).typeUrl).toBe('/cosmos.group.v1.MsgCreateGroupWithPolicy')
    expect(group(percentage('1')).typeUrl).toBe('/cosmos.group.v1.MsgCreateGroupWithPolicy')
    for (const policy of [
      threshold('0'),
      threshold('x'),
      percentage('1.01'),
      percentage('1e1'),
      percentage('0'),
    ])
      expect(() => group(policy)).toThrow(/decisionPolicy/)
  })

  test('a member without weight, or named twice, is refused', () => {
    const one = { address: ALICE, weight: '1' }
    expect(() => group(threshold('1'), [{ address: ALICE, weight: '0' }])).toThrow(/weight/)
    expect(() => group(threshold('1'), [one, one])).toThrow('is named twice')
  })

  test('in amino JSON, periods are nanoseconds and the shortest wait is written', () => {
    const { toAmino, fromAmino } = aminoConverters['/cosmos.group.v1.MsgCreateGroupWithPolicy'] ?? {}
    const { value } = group(threshold('2'))
    const json = toAmino?.(value)
    expect(json).toMatchObject({
      decision_policy: {
        type: 'cosmos-sdk/ThresholdDecisionPolicy',
        value: { threshold: '2', windows: { voting_period: '86400000000000', min_execution_period: '0' } },
      },
    })
    expect(toAmino?.(fromAmino?.(json))).toEqual(json)
  })
})
