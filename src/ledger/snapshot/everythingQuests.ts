import type { M013Policy } from '../../policy/policy.ts'
import { priceQuests } from './priceQuests.ts'
import type { Quest } from './quest.ts'
import { EVERY_QUESTS, everyClassWithIssuers } from './rowQuests.ts'
import { SETTING_QUESTS } from './settingQuests.ts'

/** What to ask for a snapshot of everything but balances. */
export const everythingQuests = ({ valuation }: Pick<M013Policy, 'valuation'>): readonly Quest[] => [
  ...Object.values({ ...EVERY_QUESTS, 'credit class': everyClassWithIssuers }).map(every => every()),
  ...Object.values(SETTING_QUESTS).flatMap(setting => setting()),
  ...priceQuests(valuation),
]
