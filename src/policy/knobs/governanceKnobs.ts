import * as z from 'zod/mini'
import { ShareText } from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { LAYERS, SHARE } from '../../primitives/parameter.ts'
import { kinds } from '../kinds.ts'
import { knob } from '../knob.ts'

/** How votes count and who may change what. These are process rules: the chain knows one threshold. */
export const GOVERNANCE_KNOBS = {
  dualTrack: knob({
    schema: kinds({
      'both-tracks': {},
      weighted: { upgrade: ShareText, treasury: ShareText, other: ShareText },
    }),
    default: { kind: 'both-tracks' },
    layer: 'L4',
    bounds: 'both-tracks, or weighted with weights of 0 to 1',
    question: 'OQ-GOV-POA-1',
    source: 'readings 2.5: both tracks above 50 %, or one of 75 %',
    alternatives: ['weighted: validators 0.70 on an upgrade, 0.50 on the treasury, 0.60 on the rest'],
  }),
  quorum: knob({
    schema: ShareText,
    default: '0.40',
    layer: 'L4',
    bounds: SHARE.bounds,
    question: null,
    source: 'the live chain, 2026-10-09',
    alternatives: ['0.334'],
  }),
  layerOverrides: knob({
    schema: z.record(
      z.string().check(z.regex(/^[a-z0-9]{1,20}\.[A-Za-z0-9]{1,60}$/, 'a knob is named as "m013.shares"')),
      z.enum(LAYERS),
    ),
    default: {},
    layer: 'L4',
    bounds: 'L1, L2, L3 or L4 for knobs by name',
    question: null,
    source: 'readings 2.2 #18: the documents disagree on who governs what',
    alternatives: ['{ "m013.shares": "L3" }'],
  }),
} as const
