import {
  boundsOf,
  isWhole,
  oneOf,
  type ParameterTable,
  requireWithin,
  SHARE,
} from '../../primitives/parameter.ts'
import { compareRatios, type Ratio, ratio } from '../../primitives/ratio.ts'
import { CO2_SOURCES, MULTIPLIERS, type PeriodLength, type SupplyParams } from './params.ts'

/** The most that r_base may be. @see SPEC M012, invariant 5, Parameter Bound Safety */
export const MAX_BASE_RATE = /* @__PURE__ */ ratio(1n, 10n)
const MAX_MIN_BURN = /* @__PURE__ */ ratio(1n, 2n)

const atMost = (value: Ratio, most: Ratio) => value.num >= 0n && compareRatios(value, most) <= 0
const isCount = (value: number) => isWhole(value, 1)

const MILLISECONDS_PER_YEAR = 31_536_000_000

const isLength = (length: PeriodLength) =>
  length.kind === 'days'
    ? isWhole(length.days, 1, 365)
    : isWhole(length.blockMilliseconds, 1, MILLISECONDS_PER_YEAR)

/** Bounds and governance layer of each parameter. @see SPEC M012, Governance Parameters and invariant 5 */
export const M012_PARAMETERS: ParameterTable<SupplyParams> = {
  hardCap: { layer: 'L4', bounds: 'above 0', holds: cap => cap > 0n },
  overCapPolicy: {
    layer: 'L4',
    bounds: 'pure-burn, set-cap-to-supply, clamp, refuse or one-off-burn of an amount by a named holder',
    holds: policy => policy.kind !== 'one-off-burn' || (policy.amount > 0n && policy.holder !== ''),
  },
  baseRate: { layer: 'L3', bounds: '0 to 0.10', holds: rate => atMost(rate, MAX_BASE_RATE) },
  multiplier: oneOf('L3', ...MULTIPLIERS),
  rateRounding: oneOf('L3', 'exact', 'decimals-18'),
  ecologicalSource: oneOf('L3', ...CO2_SOURCES),
  ecologicalReference: { layer: 'L3', bounds: 'above 0', holds: ({ num }) => num > 0n },
  ecoMax: { layer: 'L3', bounds: '0 or more', holds: ({ num }) => num >= 0n },
  ecologicalMaxAgeDays: { layer: 'L2', bounds: '1 day or more', holds: isCount },
  ecologicalWindowDays: { layer: 'L3', bounds: '1 day or more', holds: isCount },
  ecologicalLeastSources: { layer: 'L3', bounds: '1 or more', holds: isCount },
  ecologicalMostChange: { layer: 'L2', bounds: 'above 0', holds: ({ num }) => num > 0n },
  minBurn: {
    layer: 'L2',
    bounds: 'an amount, or a share of 0 to 0.50',
    holds: least => (least.kind === 'share' ? atMost(least.share, MAX_MIN_BURN) : least.amount >= 0n),
  },
  periodLength: {
    layer: 'L2',
    bounds: 'whole days or milliseconds, up to a year',
    holds: isLength,
  },
  burnKind: oneOf('L3', 'permanent', 'reserve'),
  burnTiming: oneOf('L2', 'epoch', 'immediate'),
  aboveSupply: oneOf('L3', 'error', 'cut'),
  burnSources: oneOf('L3', 'm013', 'all-bank-burns'),
  supplyBasis: {
    layer: 'L3',
    bounds: 'bank-total or circulating',
    holds: ({ kind }) => kind === 'bank-total' || kind === 'circulating',
  },
  mintRecipient: {
    layer: 'L3',
    bounds: 'community-pool, supply-reserve or a named governance-address',
    holds: recipient => recipient.kind !== 'governance-address' || recipient.address !== '',
  },
  countMintAsInflow: { layer: 'L3', bounds: 'true or false', holds: counts => typeof counts === 'boolean' },
  transitionMint: oneOf('L3', 'none', 'regrowth'),
  dynamicStart: oneOf('L3', 'all-guards', 'first-burn'),
  requireM014: oneOf('L3', 'ACTIVE', 'TRANSITION'),
  equilibriumPeriods: { layer: 'L3', bounds: '1 or more', holds: isCount },
  equilibriumUnit: oneOf('L3', 'periods', 'months'),
  equilibriumThreshold: {
    layer: 'L3',
    bounds: 'an amount, or a share of 0 to 1',
    holds: limit => (limit.kind === 'absolute' ? limit.amount >= 0n : SHARE.holds(limit.share)),
  },
}

/**
 * Refuses the first parameter that lies outside of its bounds (invariant 5, Parameter Bound Safety).
 *
 * @example
 * m012.checkParams(M012_V0).hardCap // 221000000000000n
 */
export function checkParams(params: SupplyParams): SupplyParams {
  for (const field of Object.keys(M012_PARAMETERS) as (keyof SupplyParams)[])
    checkParameter(field, params[field])
  return params
}

/** Refuses a value of one parameter that lies outside of its bounds. */
export const checkParameter = <Field extends keyof SupplyParams>(
  parameter: Field,
  value: SupplyParams[Field],
): SupplyParams[Field] => requireWithin<SupplyParams[Field]>(parameter, M012_PARAMETERS[parameter], value)

/** Refuses parameters outside of their bounds: what a formula asks of those it is given. */
export const requireBounds = /* @__PURE__ */ boundsOf<SupplyParams>(M012_PARAMETERS)
