import * as z from 'zod/mini'
import { ShareText } from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { knob, LAYERS } from '../knob.ts'
import { kinds } from '../settings.ts'

/** How votes count and who may change what. These are process rules: the chain knows one threshold. */
export const GOVERNANCE_KNOBS = {
  dualTrack: knob(
    kinds({ 'both-tracks': {}, weighted: { upgrade: ShareText, treasury: ShareText, other: ShareText } }),
    { kind: 'both-tracks' },
    'L4',
  ),
  quorum: knob(ShareText, '0.40', 'L4'),
  layerOverrides: knob(
    z.record(
      z.string().check(z.regex(/^[a-z0-9]{1,20}\.[A-Za-z0-9]{1,60}$/, 'a knob is named as "m013.shares"')),
      z.enum(LAYERS),
    ),
    {},
    'L4',
  ),
} as const
