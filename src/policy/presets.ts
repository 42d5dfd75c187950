import * as z from 'zod/mini'
import { parseInput } from '../primitives/schemas.ts'
import { type PolicyConfig, parsePolicy } from './policy.ts'

/** A policy by name: what it sets beside the defaults. `what` has the shares burn / validator / community / agent in per cent. */
export type Preset = {
  readonly what: string
  /** Who chose the numbers; this SDK did where the documents have only a range. */
  readonly chosenBy: 'specification' | 'working group' | 'this SDK'
  readonly m012?: object
  readonly m013: object
  readonly m014?: object
  readonly m015?: object
}

const shares = (burn: string, validator: string, community: string, agent: string) => ({
  shares: { burn, validator, community, agent },
})

/** Model B has no agent pool: agents are paid from the community pool, and not separated. */
const NO_AGENT_POOL = { agentFund: { kind: 'community-tag', share: '0' } }

/**
 * How the working group's contract drafts compute, where that is not how the specification is read here. Sizes of the set, terms and thresholds that
 * such a contract keeps in its own configuration are not here: they are read from it.
 */
const CONTRACT_DRAFTS = {
  m012: {
    overCapPolicy: { kind: 'refuse' },
    rateRounding: 'decimals-18',
    aboveSupply: 'cut',
    transitionMint: 'regrowth',
    dynamicStart: 'first-burn',
    equilibriumThreshold: { kind: 'absolute', amount: '22100000000' },
  },
  m013: { zeroValue: 'reject', valueRounding: 'whole', remainder: 'validator-always', minFeeScope: 'line' },
  m014: {
    performanceBasis: { kind: 'score', least: '0.70' },
    scoreRounding: 'basis-points',
    nullMetric: 'zero',
    payoutBasis: { kind: 'balance' },
    payRounding: 'parts-first',
    noScores: 'equal-parts',
    probationCounts: 'nowhere',
    probationPay: '0',
    bonusVesting: 'none',
    removalAtMinimum: 'block',
    termUnit: 'days365',
  },
  m015: {
    scoring: 'counts-to-largest',
    scoreRounding: 'floored',
    minActivityValue: '0',
    selfFacilitation: 'count',
    rewardDust: 'nobody',
    autoShare: '1',
    accrual: 'pooled',
    accrualEnd: 'claim',
    queueFill: 'everyone',
    forfeitTo: 'module',
    clock: { kind: 'seconds', period: 604_800 },
    trackingMonths: 0,
  },
}

/** The distribution models under discussion (OQ-M013-1, OQ-M013-5), with the defaults of all other knobs; and the contract drafts. */
export const PRESETS = {
  'model-a': {
    what: 'Model A, the default: 30/40/25/5',
    chosenBy: 'specification',
    m013: shares('0.30', '0.40', '0.25', '0.05'),
  },
  'model-b-25-15-60': {
    what: 'Model B, least burn: 25/15/60/0',
    chosenBy: 'specification',
    m013: { ...shares('0.25', '0.15', '0.60', '0'), ...NO_AGENT_POOL },
  },
  'model-b-30-20-50': {
    what: 'Model B, middle: 30/20/50/0',
    chosenBy: 'specification',
    m013: { ...shares('0.30', '0.20', '0.50', '0'), ...NO_AGENT_POOL },
  },
  'model-b-35-15-50': {
    what: 'Model B, most burn: 35/15/50/0',
    chosenBy: 'specification',
    m013: { ...shares('0.35', '0.15', '0.50', '0'), ...NO_AGENT_POOL },
  },
  compromise: {
    what: 'the compromise under discussion: 28/25/45/2',
    chosenBy: 'working group',
    m013: shares('0.28', '0.25', '0.45', '0.02'),
  },
  'burn-0': {
    what: 'OQ-M013-5 (C), no burn: 0/45/45/10',
    chosenBy: 'this SDK',
    m013: shares('0', '0.45', '0.45', '0.10'),
  },
  'burn-5-to-10': {
    what: 'OQ-M013-5 (B), a burn of 5 % to 10 %, at its middle: 7.5/42.5/40/10',
    chosenBy: 'this SDK',
    m013: shares('0.075', '0.425', '0.40', '0.10'),
  },
  'burn-15': {
    what: 'half of Model A’s burn, the rest between Model A and no burn: 15/42.5/35/7.5',
    chosenBy: 'this SDK',
    m013: shares('0.15', '0.425', '0.35', '0.075'),
  },
  'contract-drafts': {
    what: 'as the contract drafts compute, on Model A: 30/40/25/5',
    chosenBy: 'working group',
    ...CONTRACT_DRAFTS,
  },
} as const satisfies { readonly [name: string]: Preset }

/** The name of a preset: a set of answers that somebody proposed together. */
export type PresetName = keyof typeof PRESETS

const PresetNameText = z.enum(Object.keys(PRESETS) as [PresetName, ...PresetName[]])

/**
 * A policy by name; a name that is not known is an error that lists those that are.
 *
 * @example
 * policyHash(presetPolicy('compromise')) === policyHash(DEFAULT_POLICY) // false
 */
export function presetPolicy(name: string): PolicyConfig {
  const { m012, m013, m014, m015 }: Preset = PRESETS[parseInput(PresetNameText, 'preset', name)]
  return parsePolicy({
    m013,
    ...(m012 && { m012 }),
    ...(m014 && { m014 }),
    ...(m015 && { m015 }),
  })
}
