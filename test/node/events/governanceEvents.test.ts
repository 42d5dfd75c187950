import { expect, test } from 'vitest'
import { decodeEvents } from '../../../src/node/events/decodeEvents.ts'
import { recordedTx, recordedTxs } from '../../support/recordings.ts'

const vote = (option: string, id = '7') => [
  {
    type: 'proposal_vote',
    attributes: [
      { key: 'voter', value: 'regen1a' },
      { key: 'option', value: option },
      { key: 'proposal_id', value: id },
      { key: 'msg_index', value: '0' },
    ],
  },
]

test('a recorded vote', () => {
  const { votes, oddities } = decodeEvents(
    recordedTx('gov vote set marketplace fees 1% and 2% by carol').tx?.tx_result.events ?? [],
  )
  expect(votes).toMatchObject([
    {
      proposalId: 1n,
      voter: 'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd',
      options: [{ option: 'no', weight: { num: 1n, den: 1n } }],
      msgIndex: 0,
    },
  ])
  expect(oddities).toEqual([])
})

test('a vote can be shared among options', () => {
  expect(
    decodeEvents(
      vote('[{"option":1,"weight":"0.700000000000000000"},{"option":4,"weight":"0.300000000000000000"}]'),
    ).votes[0]?.options,
  ).toEqual([
    { option: 'yes', weight: { num: 7n, den: 10n } },
    { option: 'no with veto', weight: { num: 3n, den: 10n } },
  ])
})

test.each(['', '[]', 'yes', '[{"option":5,"weight":"1.0"}]', '[{"option":1,"weight":"x"}]', '[null]', '{}'])(
  'a vote with the option %s is an oddity, not a vote',
  option => {
    const { votes, oddities } = decodeEvents(vote(option))
    expect(votes).toEqual([])
    expect(oddities).toMatchObject([{ type: 'proposal_vote', kind: 'malformed' }])
  },
)

test('a vote on no proposal is an oddity', () => {
  expect(decodeEvents(vote('[{"option":1,"weight":"1.0"}]', '')).oddities).toHaveLength(1)
})

test('each recorded proposal is submitted once, although two events are about it', () => {
  const proposals = recordedTxs().flatMap(({ tx }) => decodeEvents(tx?.tx_result.events ?? []).proposals)
  expect(proposals.map(({ proposalId }) => proposalId)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n])
})

test('a vote in a group is not a vote of governance', () => {
  const { votes } = decodeEvents(
    recordedTx('group proposal executed at once: retire').tx?.tx_result.events ?? [],
  )
  expect(votes).toEqual([])
})
