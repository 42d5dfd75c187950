import type * as z from 'zod/mini'
import { M012_PARAMETERS } from '../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { M014_PARAMETERS } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import { M015_BOUNDS } from '../mechanisms/m015-contribution-weighted-rewards/bounds.ts'
import { RANGES } from './ranges.ts'
import { SECTIONS, type SectionName } from './sections.ts'

/** The bounds of a knob outside of which a policy is refused, where its mechanism has no table of bounds. */
const OTHERS: { readonly [knob: string]: string } = {
  'm012.countMintAsInflow': 'true or false',
  'm013.feeRates': '0 to maxRate',
  'm013.shares': 'four shares of 0 to 1 that sum to 1',
  'm013.burnShare': 'fixed, or points that rise in revenue with shares of 0 to 1',
  'm013.minFee': '0 or more',
  'm013.maxRate': '0 to 0.10',
  'm013.valuation': 'each source once, stale after 1 to 3,650 days, of 1 to 1,000 samples',
  'm013.referencePrices':
    'up to 1,000 prices of 0 or more, of classes and credit types, each with its source, denom and moment',
  'm013.distribution': 'regen, stable or recipient-choice with a bonus of 0 to 1',
  'm013.agentFund':
    'module, multisig below an amount, or community-tag with a share of 0 to 1 and no agent pool',
  'governance.dualTrack': 'both-tracks, or weighted with weights of 0 to 1',
  'governance.quorum': '0 to 1',
  'governance.layerOverrides': 'L1, L2, L3 or L4 for knobs by name',
}

type Bounded = { readonly [name: string]: { readonly bounds: string } | undefined }
const TABLES: { readonly [section: string]: Bounded } = {
  m012: M012_PARAMETERS,
  m014: M014_PARAMETERS,
  m015: M015_BOUNDS as Bounded,
}

/** The bounds of a knob in words: what makes a policy legal, and the range that the specification asks for. */
export function boundsOfKnob(section: SectionName, name: string): string {
  const knob = `${section}.${name}`
  const legal = OTHERS[knob] ?? TABLES[section]?.[name]?.bounds ?? namesOf(section, name)
  const range = RANGES[knob]?.words
  return range === undefined ? legal : `${legal}; ${range}`
}

/** The names of a choice. */
function namesOf(section: SectionName, name: string): string {
  const knobs = SECTIONS[section] as { readonly [name: string]: { readonly schema: z.ZodMiniType } }
  const def = knobs[name]?.schema._zod.def as { readonly entries?: object } | undefined
  return Object.keys(def?.entries ?? {}).join(' or ')
}
