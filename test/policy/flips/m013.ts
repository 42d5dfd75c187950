import { formatCoin, formatRatio, type PolicyConfig } from '../../../src/index.ts'
import { inRegen, poolsOf, regen, week } from './economy.ts'
import { type Flip, verdict } from './flip.ts'
import { PREVIEW_FLIPS, previewOf } from './m013Preview.ts'

const pools = (policy: PolicyConfig) => poolsOf(week(policy).state)

/** What Alice is owed after the period, denom by denom. */
const owed = (policy: PolicyConfig) =>
  Object.entries(week(policy).state.rewards.claims).map(
    ([denom, claims]) => `${claims.map(({ accrued }) => accrued)} ${denom}`,
  )

/** What Alice is paid when she takes all of it as REGEN, from a community pool that has some. */
const asRegen = (policy: PolicyConfig) => {
  const claims = [{ address: 'alice', as: 'regen' }]
  const deposits = [{ pool: 'community', coin: { denom: 'uregen', amount: regen('10') } }]
  const pay = () =>
    week(policy, { claims, deposits }).report.rewards.claims.map(({ coins }) => coins.map(formatCoin).join())
  const said = verdict(pay)
  return said === 'allowed' ? pay() : said
}

const coin = { denom: 'uregen', amount: regen('5') }
const agentSpend = (by: string) => ({
  deposits: [{ pool: 'agent', coin }],
  spends: [{ pool: 'agent', by, coin, to: 'alice' }],
})
const AUTHORITIES = { pools: { agent: { authority: 'agents' }, community: { authority: 'gov' } } }

export const M013_FLIPS: readonly Flip[] = [
  ...PREVIEW_FLIPS.map(
    (flip): Flip => ({
      ...flip,
      knob: `m013.${flip.knob}`,
      beside: { m013: flip.beside ?? {} },
      of: policy => flip.of(previewOf(flip, policy)),
    }),
  ),
  {
    knob: 'm013.burnShare',
    setting: {
      kind: 'dynamic',
      points: [
        { revenue: '0', share: '0.30' },
        { revenue: '2000000000', share: '0.10' },
      ],
    },
    of: policy =>
      Object.values(week(policy, {}, { revenue: regen('1000') }).report.fees.shares).map(formatRatio),
    byDefault: ['0.3', '0.4', '0.25', '0.05'],
    turned: ['0.2', '16/35', '2/7', '2/35'],
  },
  ...(['native', 'hybrid'] as const).map(
    (setting): Flip => ({
      knob: 'm013.collection',
      setting,
      of: pools,
      byDefault: ['12000000uregen', '16000000uregen', '2000000uregen'],
      turned: [
        setting === 'native' ? '300000ibc/USD,6000000uregen' : '12000000uregen',
        '400000ibc/USD,8000000uregen',
        '50000ibc/USD,1000000uregen',
      ],
    }),
  ),
  {
    knob: 'm013.distribution',
    setting: { kind: 'stable' },
    beside: { m013: { collection: 'native' } },
    of: owed,
    byDefault: ['3500000 uregen'],
    turned: ['3500000 uregen', '175000 ibc/USD'],
  },
  {
    knob: 'm013.distribution',
    setting: { kind: 'recipient-choice', bonus: '0.05' },
    beside: { m013: { collection: 'native' } },
    of: asRegen,
    byDefault: '[INPUT_INVALID]',
    turned: ['3500000uregen,3675000uregen'],
  },
  {
    knob: 'm013.agentFund',
    setting: { kind: 'module' },
    of: policy =>
      week(policy, {
        deposits: [{ pool: 'agent', coin: { denom: 'uregen', amount: regen('10000') } }],
      }).report.alerts.flatMap(alert =>
        alert.code === 'AGENT_FUND_ABOVE_MULTISIG' ? [inRegen(alert.held)] : [],
      ),
    byDefault: ['10002'],
    turned: [],
  },
  {
    knob: 'm013.agentFund',
    setting: { kind: 'community-tag', share: '0.1' },
    beside: { m013: { shares: { burn: '0.3', validator: '0.4', community: '0.3', agent: '0' } } },
    of: policy => [
      pools(policy),
      ...['agents', 'gov'].map(by => verdict(() => week(policy, agentSpend(by), AUTHORITIES))),
    ],
    byDefault: [['12000000uregen', '16000000uregen', ''], 'allowed', '[POOL_ISOLATION]'],
    turned: [['12000000uregen', '16000000uregen', '1200000uregen'], '[POOL_ISOLATION]', 'allowed'],
  },
]
