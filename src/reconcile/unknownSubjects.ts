import type { MessagePreview } from '../preview/feePreview.ts'
import type { GapReason, Subject } from './result.ts'

/** What a preview does not know of a message, so that it cannot be compared. */
export type UnknownSubjects = { readonly reason: GapReason; readonly subjects: readonly Subject[] }

const ALL: readonly Subject[] = ['coins', 'balance', 'credits', 'escrow', 'purchase', 'event']
const COINS: readonly Subject[] = ['coins', 'balance', 'purchase']
const CREDITS: readonly Subject[] = ['credits', 'escrow']

const unknownFor = (reason: GapReason, subjects: readonly Subject[]): UnknownSubjects => ({
  reason,
  subjects,
})

/** What a preview lacks when it carries a warning. Any other warning leaves nothing out. */
const OF_WARNING: { readonly [code: string]: UnknownSubjects } = {
  MESSAGE_UNKNOWN: unknownFor('MESSAGE_UNKNOWN', ALL),
  MESSAGE_DEAD: unknownFor('MESSAGE_DEAD', ALL),
  INNER_PACKED: unknownFor('INNER_PACKED', ALL),
  FEE_PARAMS_UNKNOWN: unknownFor('FEE_PARAMS_UNKNOWN', COINS),
  CREATION_FEE_UNKNOWN: unknownFor('CREATION_FEE_UNKNOWN', COINS),
}

/**
 * What it lacks when the snapshot does not say something (STATE_UNKNOWN), by what that is. For everything else, such as
 * a balance, the preview leaves a check out, but no movement.
 */
const OF_UNKNOWN_STATE: { readonly [what: string]: readonly Subject[] } = {
  'sell order': [...COINS, ...CREDITS],
  basket: [...COINS, ...CREDITS, 'event'],
  batch: CREDITS,
  'content of basket': CREDITS,
  'batch of bridge contract': CREDITS,
}

/** What a preview says it does not know: one gap for each reason, with every subject that cannot be compared for it. */
export function unknownSubjectsOf({
  warnings,
}: Pick<MessagePreview, 'warnings'>): readonly UnknownSubjects[] {
  const gaps = warnings.flatMap(({ code, facts }) => {
    const known = Object.hasOwn(OF_WARNING, code) ? OF_WARNING[code] : undefined
    const what = facts['what'] ?? ''
    const lacking =
      code === 'STATE_UNKNOWN' && Object.hasOwn(OF_UNKNOWN_STATE, what) ? OF_UNKNOWN_STATE[what] : undefined
    return [...(known ? [known] : []), ...(lacking ? [unknownFor('STATE_UNKNOWN', lacking)] : [])]
  })
  const reasons = [...new Set(gaps.map(({ reason }) => reason))]
  return reasons.map(reason => ({
    reason,
    subjects: [...new Set(gaps.filter(gap => gap.reason === reason).flatMap(({ subjects }) => subjects))],
  }))
}
