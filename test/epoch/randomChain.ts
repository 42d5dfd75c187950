import { type EpochInputs, type EpochState, epochStep, parseEpochInputs } from '../../src/epoch/index.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { policyJson } from '../../src/policy/policyHash.ts'
import { amountOf } from '../../src/primitives/coin.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { addressOf, hash, type Json, PASSED, regen } from './economy.ts'
import { type Dice, PEOPLE, withClocks } from './randomEconomy.ts'

/** What governance and validators may do beside a random period, and what nobody may do. */

/** A policy with some knobs turned, each within its bounds. */
export function turned(policy: PolicyConfig, { oneOf, chance, below }: Dice): PolicyConfig {
  const json = JSON.parse(policyJson(policy)) as { readonly [section: string]: Json }
  const change = (section: string, knob: string, ...values: readonly unknown[]) =>
    chance(40) ? { [section]: { ...json[section], [knob]: oneOf(...values) } } : {}
  const changed = parsePolicy({
    ...json,
    ...change('m012', 'hardCap', '221000000000000', '240000000000000', '260000000000000'),
    ...change('m013', 'minFee', '1000000', '1500000', '500000'),
    ...change('m014', 'bonusShare', '0', '0.1', '0.3'),
    ...change('m015', 'autoShare', '0.7', '0.9', '1'),
  })
  return areClocksOwn(policy) && chance(20) ? withClocks(changed, below(1_000)) : changed
}

/** Whether a chain runs under clocks of their own. */
const areClocksOwn = ({ m012, m015 }: PolicyConfig): boolean =>
  !(m012.periodLength.kind === 'days' && m012.periodLength.days === 7 && m015.periodsPerYear === 52)

/** A vote that passes in every layer. */
export const passed = () => parseEpochInputs({ decisions: { m015Approved: PASSED } }).decisions.m015Approved

/** A time in the step that begins with a state: so many sevenths of it, which are days where it is a week. */
function at(state: EpochState, sevenths: number, policy: PolicyConfig): string {
  const { start, end } = epochStep(state, policy)
  return new Date(
    Date.parse(start) + Math.floor((sevenths * (Date.parse(end) - Date.parse(start))) / 7),
  ).toISOString()
}

const validatorsOf = (validators: Json) => parseEpochInputs({ validators }).validators

const votesOf = (state: EpochState) => [
  ...state.validators.map(({ address }) => ({ voter: address, track: 'validators', option: 'yes' })),
  { voter: addressOf(9), track: 'holders', option: 'yes', weight: regen('90000000') },
]
const READY = { nodeOperational: true, uptimeTested: true, keyManagementAudited: true, bonded: '0' }

/** What happens to the validators: applications, seats, probations, removals and new terms, some of which a period refuses. */
export function lifecycle(
  state: EpochState,
  policy: PolicyConfig,
  { below, oneOf, chance }: Dice,
): EpochInputs['validators'] {
  const address = addressOf(100 + below(24))
  const known = state.validators.find(validator => validator.address === address)
  const shown = ['mission', 'participation', 'uptime', 'builds', 'code', 'history', 'attestation', 'classes']
  const application = {
    address,
    category: known?.category ?? oneOf('builder', 'refi', 'steward').replace(/.*/, 'trusted_refi_partners'),
    submitted: at(state, 0, policy),
    shown: [...shown, 'expertise'],
  }
  const step = (to: string, day: number, change: Json = {}) => ({
    address,
    to,
    at: at(state, day, policy),
    ...change,
  })
  const approve = step('APPROVED', 1, { votes: votesOf(state), seen: { noActiveConflicts: chance(90) } })
  const activate = step('ACTIVE', 2, { seen: READY })
  const seat = chance(80) ? [approve, activate] : [approve]
  switch (known?.status) {
    case undefined:
    case 'TERM_EXPIRED':
      return validatorsOf({ applications: [application], transitions: seat })
    case 'CANDIDATE':
      return validatorsOf({ transitions: seat })
    case 'APPROVED':
      return validatorsOf({ transitions: [activate] })
    case 'ACTIVE':
      return validatorsOf({
        metrics: { [address]: { uptime: oneOf('0.9', '1') } },
        transitions: chance(30) ? [step('PROBATION', 3, { seen: { agentReport: true } })] : [],
      })
    case 'PROBATION':
      return validatorsOf({
        metrics: { [address]: { uptime: oneOf('0.9', '1') } },
        transitions: [
          oneOf(
            step('ACTIVE', 4, { seen: { agentConfirms: true } }),
            step('REMOVED', 4, { decided: PASSED }),
          ),
        ],
      })
    default:
      return validatorsOf({})
  }
}

/** A period in which nobody pays and the pools are spent: after a long time of fees nobody else holds enough to pay more. */
export function spendingAll(state: EpochState): EpochInputs {
  const waiting = state.clocks?.m015?.inflow.community ?? []
  const free = { community: waiting, agent: [] }
  return parseEpochInputs({
    spends: (['community', 'agent'] as const).flatMap(pool =>
      state.pools[pool].coins.map(({ denom, amount }) => ({
        pool,
        by: state.pools[pool].authority,
        coin: { denom, amount: (amount - amountOf(free[pool], denom)).toString() },
        to: addressOf(250),
      })),
    ),
  })
}

/** One attempt at what no period may do: its inputs, its policy, and the codes with which it may be refused. */
export type Attack = {
  readonly name: string
  readonly inputs: () => EpochInputs
  readonly policy?: PolicyConfig
  readonly codes: readonly string[]
}

/** Every attack that this state can be under. */
export function attacks(
  state: EpochState,
  base: EpochInputs,
  policy: PolicyConfig,
  { oneOf, big }: Dice,
): readonly Attack[] {
  const higher = parsePolicy({
    ...JSON.parse(policyJson(policy)),
    m012: { ...JSON.parse(policyJson(policy)).m012, hardCap: `${policy.m012.hardCap * 2n}` },
  })
  const decide = (decisions: Partial<EpochInputs['decisions']>) => () => ({
    ...base,
    decisions: { ...base.decisions, ...decisions },
  })
  const weak = parseEpochInputs({
    decisions: {
      m015Approved: {
        validators: { yes: '66', no: '34', eligible: '100' },
        holders: { yes: '66', no: '34', eligible: '100' },
      },
    },
  }).decisions.m015Approved
  const validators = (of: Json) => () => ({ ...base, validators: validatorsOf(of) })
  const serving = state.validators.find(
    ({ status, termEnd }) => status === 'ACTIVE' && (termEnd ?? '') > at(state, 7, policy),
  )
  const stranger = addressOf(250)
  const seat = (votes: readonly Json[]) => ({
    applications: [
      {
        address: stranger,
        category: 'trusted_refi_partners',
        submitted: at(state, 0, policy),
        shown: ['mission', 'participation', 'uptime'],
      },
    ],
    transitions: [
      {
        address: stranger,
        to: 'APPROVED',
        at: at(state, 1, policy),
        votes,
        seen: { noActiveConflicts: true },
      },
    ],
  })
  const alone = state.validators.map(({ address }) => ({
    voter: address,
    track: 'validators',
    option: 'yes',
  }))
  const own = { voter: stranger, track: 'holders', option: 'yes', weight: regen('200000000') }
  const coin = { denom: 'uregen', amount: 10n ** 18n }
  const pool = oneOf('validator', 'community', 'agent')
  const spend = (by: string) => () => ({ ...base, spends: [{ pool, by, coin, to: stranger }] }) as EpochInputs
  const known = state.policyHash !== null
  const attack = (name: string, inputs: () => EpochInputs, ...codes: readonly string[]): Attack => ({
    name,
    inputs,
    codes,
  })
  return [
    ...(known
      ? [
          {
            ...attack('Monotonic Cap: another cap, undecided', () => base, 'POLICY_CHANGE_REFUSED'),
            policy: higher,
          },
          {
            ...attack(
              'Monotonic Cap: another cap with 66 %',
              decide({ policyChange: { before: policy, decided: weak } }),
              'POLICY_CHANGE_REFUSED',
            ),
            policy: higher,
          },
        ]
      : []),
    attack('No Self-Approval: by the candidate', validators(seat([own])), 'TRANSITION_REFUSED'),
    attack('No Self-Approval: by validators alone', validators(seat([...alone, own])), 'TRANSITION_REFUSED'),
    attack(
      'an unknown validator leaves',
      validators({
        exits: [
          { address: stranger, notice: new Date(Date.parse(state.time) - 60 * 86_400_000).toISOString() },
        ],
      }),
      'VALIDATOR_UNKNOWN',
    ),
    attack('Pool Isolation: a stranger spends', spend(PEOPLE[3] ?? ''), 'POOL_ISOLATION'),
    attack('a pool is overspent', spend(state.pools[pool].authority), 'POOL_TOO_SMALL', 'POOL_ISOLATION'),
    attack(
      'a release nobody voted on',
      decide({ releases: [{ from: 'mint reserve', amount: 1n as Uregen, decided: null }] }),
      'RELEASE_REFUSED',
    ),
    attack(
      'a release from a reserve that has less',
      decide({ releases: [{ from: 'mint reserve', amount: (10n ** 18n) as Uregen, decided: passed() }] }),
      'POOL_TOO_SMALL',
    ),
    attack(
      'Activity Integrity: more than was charged',
      () =>
        parseEpochInputs({
          volumes: [{ txType: 'MarketplaceTrade', value: '1000' }],
          activities: [
            {
              kind: 'purchase',
              txHash: hash(1),
              time: at(state, 1, policy),
              buyer: stranger,
              seller: PEOPLE[0],
              value: '1001',
            },
          ],
        }),
      'ACTIVITY_ABOVE_VOLUME',
    ),
    attack(
      'a commitment ends that is not there',
      () => ({ ...base, stability: { requests: [], exits: ['nobody'] } }),
      'COMMITMENT_STATE',
      'COMMITMENT_UNKNOWN',
    ),
    attack(
      'a commitment below the least',
      () => ({
        ...base,
        stability: {
          requests: [{ id: 'small', holder: stranger, amount: big(99_999_999n) as Uregen, lockMonths: 6 }],
          exits: [],
        },
      }),
      'COMMITMENT_REFUSED',
    ),
    attack(
      'a claim of nothing',
      () => ({ ...base, claims: [{ address: stranger, as: 'collected' }] }),
      'NOTHING_TO_CLAIM',
    ),
    attack(
      'migration over a phase',
      decide({ m014Migration: { to: state.phases.m014 < 2 ? 3 : 0, decided: passed() } }),
      'INPUT_INVALID',
    ),
    ...(state.phases.m014 === 3 || state.phases.m012.phase !== 'INFLATIONARY'
      ? [
          attack(
            'inflation beside proof of authority or M012',
            () => ({ ...base, inflation: 1n as Uregen }),
            'PHASES_IMPOSSIBLE',
            'INPUT_INVALID',
          ),
        ]
      : []),
    ...(serving
      ? [
          attack(
            'a probation that ends as it begins',
            validators({
              metrics: { [serving.address]: { uptime: '0.5' } },
              transitions: [
                {
                  address: serving.address,
                  to: 'PROBATION',
                  at: at(state, 1, policy),
                  seen: { agentReport: true },
                },
                {
                  address: serving.address,
                  to: oneOf('ACTIVE', 'REMOVED'),
                  at: at(state, 1, policy),
                  decided: PASSED,
                },
              ],
            }),
            'TRANSITION_REFUSED',
          ),
          attack(
            'a step of another period',
            validators({
              transitions: [
                {
                  address: serving.address,
                  to: 'PROBATION',
                  at: at(state, oneOf(-1, 7), policy),
                  decided: PASSED,
                },
              ],
            }),
            'INPUT_INVALID',
          ),
          attack(
            'an application of who serves',
            validators({
              applications: [
                { address: serving.address, category: serving.category, submitted: at(state, 0, policy) },
              ],
            }),
            'VALIDATOR_TWICE',
          ),
        ]
      : []),
  ]
}
