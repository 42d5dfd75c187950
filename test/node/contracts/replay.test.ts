import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../../src/index.ts'
import { presetPolicy } from '../../../src/policy/index.ts'
import { contractQueries } from '../../support/contracts.ts'
import { contributionRewards } from './replay/contributionRewards.ts'
import { dynamicSupply } from './replay/dynamicSupply.ts'
import { feeRouter } from './replay/feeRouter.ts'
import { validatorGovernance } from './replay/validatorGovernance.ts'

/**
 * The recorded transactions of the contract drafts, run by our own functions under the preset `contract-drafts`: what the recorded contracts
 * answered afterwards is what our states say, to the unit, every field of every answer.
 */

/** The JSON that a recorded query was answered with; undefined where it was refused. */
function recordedAnswer({ code, value }: (typeof contractQueries)[number]): unknown {
  if (code !== 0) return undefined
  const bytes = Buffer.from(value ?? '', 'base64')
  return JSON.parse(bytes.subarray(bytes.indexOf('{')).toString('utf8'))
}

describe.each([
  ['M013, fee router', 'feeRouter', feeRouter, 126],
  ['M012, dynamic supply', 'dynamicSupply', dynamicSupply, 63],
  ['M014, validator governance', 'validatorGovernance', validatorGovernance, 15],
  ['M015, contribution rewards', 'contributionRewards', contributionRewards, 17],
] as const)('%s', (_, contract, replay, count) => {
  test('every recorded answer of the contract is what our functions come to', () => {
    const answers = replay(presetPolicy('contract-drafts'))
    const asked = contractQueries.flatMap(recorded => {
      if (recorded.contract !== contract || typeof recorded.query === 'string') return []
      const [[variant, args] = ['', {}]] = Object.entries(recorded.query)
      const answer = answers[variant]
      return answer ? [[{ [variant]: args }, answer(args), recordedAnswer(recorded)] as const] : []
    })
    for (const [query, ours, theirs] of asked) expect([query, ours]).toEqual([query, theirs])
    expect(asked.length).toBe(count)
  })
})

test.each([
  ['M014', validatorGovernance],
  ['M015', contributionRewards],
] as const)('under the readings of the specification %s comes to other numbers', (_, replay) => {
  expect(() => replay(DEFAULT_POLICY)).toThrow(/^expected \{.*\} to match object/s)
})
