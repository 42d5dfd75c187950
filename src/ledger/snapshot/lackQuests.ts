import type { M013Policy } from '../../policy/policy.ts'
import type { Lack } from '../../preview/lacks.ts'
import { coinQuest, creditQuest } from './balanceQuests.ts'
import { priceQuests } from './priceQuests.ts'
import type { Quest } from './quest.ts'
import { EVERY_QUESTS, ROW_QUESTS } from './rowQuests.ts'
import { SETTING_QUESTS } from './settingQuests.ts'

/** What to ask for something that a preview lacks. */
export function lackQuests(lack: Lack, { valuation }: Pick<M013Policy, 'valuation'>): readonly Quest[] {
  if (lack.kind === 'setting') return SETTING_QUESTS[lack.id]()
  if (lack.kind === 'coin balance') return [coinQuest(lack.account)]
  if (lack.kind === 'credit balance') return [creditQuest(lack.account, lack.batchDenom)]
  if (lack.kind === 'prices') return priceQuests(valuation)
  if (lack.kind === 'every') return [EVERY_QUESTS[lack.id]()]
  return ROW_QUESTS[lack.kind](lack.id)
}
