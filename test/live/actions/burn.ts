import { msgBurnRegen } from '../../../src/messages/ecocredit/msgBurnRegen.ts'
import { anyReason, type Draw } from './action.ts'

/** Burns at most one REGEN. */
export const burn: Draw = (_, random, burner) =>
  msgBurnRegen({ burner, amount: random.upTo(1_000_000n).toString(), reason: anyReason(random) })
