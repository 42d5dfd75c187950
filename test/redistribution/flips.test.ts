import { describe, expect, test } from 'vitest'
import { allocateRound } from '../../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import { parseRound } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { ROUND_KNOBS } from '../../src/mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { settle } from '../../src/redistribution/settle.ts'

/** One flip for each knob of a round: what it decides, on a round where the answer matters. */

const RECIPIENT = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

const round = (method: string, budget: number, given: object, policy: object) =>
  parseRound({
    version: 1,
    id: 'flip',
    method,
    denom: 'uregen',
    budget: String(budget),
    projects: ['a', 'b', 'c'].map(id => ({ id, recipient: RECIPIENT })),
    ...given,
    policy,
  })

const gifts = (...lists: readonly (readonly (readonly [string, number])[])[]) => ({
  contributions: lists.flatMap((list, index) =>
    list.map(([contributor, amount]) => ({ contributor, project: 'abc'[index], amount: String(amount) })),
  ),
})
const votes = (...lists: readonly (readonly number[])[]) => ({
  ballots: lists.flatMap((list, index) =>
    list.map((amount, voter) => ({
      voter: `${index}-${voter}`,
      votes: { ['abc'[index] ?? '']: String(amount) },
    })),
  ),
})

/** S of a, b and c: 12, 2 and 0. */
const GIFTS = gifts(
  [
    ['u', 4],
    ['v', 9],
  ],
  [
    ['w', 1],
    ['x', 1],
  ],
  [['y', 100]],
)
const VOTES = votes([10, 30], [20], [5, 5, 35])

type Flip = {
  readonly method: string
  readonly budget: number
  readonly given: object
  readonly base?: object
  readonly before: readonly number[]
  readonly to: unknown
  readonly after: readonly number[] | string
}
const quadratic = (
  budget: number,
  before: Flip['before'],
  to: unknown,
  after: Flip['after'],
  base: object = {},
  given: object = GIFTS,
): Flip => ({ method: 'quadratic', budget, given, base, before, to, after })
const retro = (
  budget: number,
  before: Flip['before'],
  to: unknown,
  after: Flip['after'],
  base: object = {},
  given: object = VOTES,
): Flip => ({ method: 'retro-median', budget, given, base, before, to, after })

const FLIPS: { readonly [knob in Exclude<keyof typeof ROUND_KNOBS, 'maxRecipientsPerProposal'>]: Flip } = {
  // M of 1: 12/7 and 2/2.
  variant: quadratic(100, [12, 2, 0], 'pairwise', [1, 1, 0], { pairwiseM: '1' }),
  basis: quadratic(129, [12, 2, 0], 'square', [25, 4, 100]),
  // √2 × √3 × 2 is 4.89; with whole roots 1 × 1 × 2.
  roots: quadratic(
    100,
    [4, 2, 0],
    'whole',
    [2, 2, 0],
    {},
    gifts(
      [
        ['u', 2],
        ['v', 3],
      ],
      [
        ['w', 1],
        ['x', 1],
      ],
    ),
  ),
  saturation: quadratic(140, [12, 2, 0], 'scale-up', [120, 20, 0]),
  alphaAboveOne: quadratic(140, [12, 2, 0], 'refuse', '[BUDGET_INVALID]', { variant: 'clr' }),
  // The budget does not suffice: what the cap takes from a is shared again.
  cap: quadratic(10, [9, 1, 0], '7', [7, 3, 0]),
  capShare: quadratic(10, [9, 1, 0], '0.5', [5, 5, 0]),
  minimumContribution: quadratic(100, [12, 2, 0], '2', [12, 0, 0]),
  // 2 × M × r / ( M + r ): of 6 and 1 with M of 6, 6 and 1; with M of 1, 1 and 1.
  pairwiseM: quadratic(100, [1, 1, 0], '6', [6, 1, 0], { variant: 'pairwise', pairwiseM: '1' }),
  pairs: quadratic(100, [6, 1, 0], 'unordered', [3, 0, 0], { variant: 'pairwise', pairwiseM: '6' }),
  // One giver of group 1, the other of 1 and 2: harsh 0, soft √30.
  cluster: quadratic(
    100,
    [0, 2, 0],
    'soft',
    [5, 2, 0],
    { variant: 'cocm' },
    {
      ...GIFTS,
      groups: { u: ['1'], v: ['1', '2'], w: ['3'], x: ['4'], y: ['5'] },
    },
  ),
  style: retro(90, [40, 40, 10], 'sum', [34, 17, 39]),
  quorum: retro(90, [40, 40, 10], 2, [72, 0, 18]),
  minimum: retro(90, [40, 40, 10], '20', [45, 45, 0]),
  scale: retro(90, [40, 40, 10], 'down-only', [20, 20, 5]),
  step: retro(90, [40, 40, 10], { 2: '10' }, [26, 51, 13]),
  dust: quadratic(10, [9, 1, 0], 'pool', [8, 1, 0]),
}

describe.each(Object.entries(FLIPS))(
  '%s',
  (knob, { method, budget, given, base = {}, before, to, after }) => {
    const paid = (policy: object) =>
      allocateRound(round(method, budget, given, policy)).allocations.map(({ amount }) => Number(amount))

    test('decides', () => {
      // The variant and what it names go together: before the flip, the default.
      const own = knob === 'variant' ? {} : base
      expect(paid(own)).toEqual(before)
      const flipped = () => paid({ ...base, [knob]: to })
      if (typeof after === 'string') expect(flipped).toThrow(after)
      else expect(flipped()).toEqual(after)
    })

    test('changes the hash of the policy', () => {
      const hash = (policy: object) => allocateRound(round('retro-median', 10, VOTES, policy)).policyHash
      expect(hash({ [knob]: to })).not.toBe(hash({}))
    })
  },
)

test('maxRecipientsPerProposal decides how many proposals pay a round', () => {
  const deposit = [{ denom: 'uregen', amount: 1n }]
  const proposals = (policy: object) =>
    settle(allocateRound(round('retro-median', 90, VOTES, policy)), {
      by: { kind: 'gov', proposer: RECIPIENT, deposit },
    }).proposals.length
  expect([proposals({}), proposals({ maxRecipientsPerProposal: 1 })]).toEqual([1, 3])
})

test('every knob has a flip', () => {
  expect([...Object.keys(FLIPS), 'maxRecipientsPerProposal'].sort()).toEqual(Object.keys(ROUND_KNOBS).sort())
})
