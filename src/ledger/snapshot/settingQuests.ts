import type { Settings } from '../../messages/ledger.ts'
import { feeParamsQuestion, refusesRawQueries } from '../read/feeParams.ts'
import { nodeConfigQuestion } from '../read/node.ts'
import {
  allowedDenomsQuestion,
  allowlistQuestion,
  basketFeeQuestion,
  bridgeChainsQuestion,
  classCreatorsQuestion,
  classFeeQuestion,
} from '../read/settings.ts'
import { listQuest, nothingNext, type Quest, quest } from './quest.ts'

/** The node's gas prices, which are of no height. */
export const nodeConfigQuest = (): Quest => {
  const { key, ask } = quest('node config', nodeConfigQuestion(), ({ gasPrices }) => ({ gasPrices }))
  return { key, ask: async asked => ({ ...(await ask(asked)), height: null }) }
}

/** What to ask for each setting. */
export const SETTING_QUESTS: { readonly [name in keyof Settings]: () => readonly Quest[] } = {
  feeParams: () => [feeParamsQuest()],
  classFee: () => [quest('class fee', classFeeQuestion(), classFee => ({ settings: { classFee } }))],
  basketFee: () => [quest('basket fee', basketFeeQuestion(), basketFee => ({ settings: { basketFee } }))],
  allowedDenoms: () => [
    listQuest('allowed denoms', allowedDenomsQuestion(), allowedDenoms => ({ settings: { allowedDenoms } })),
  ],
  bridgeChains: () => [
    quest('bridge chains', bridgeChainsQuestion(), bridgeChains => ({ settings: { bridgeChains } })),
  ],
  classCreators: () => [
    quest('allowlist', allowlistQuestion(), allowlist => ({ allowlist })),
    listQuest('class creators', classCreatorsQuestion(), classCreators => ({ classCreators })),
  ],
}

/** The one question whose refusal is no error: a node need not show its raw store. Then the fees stay unknown. */
function feeParamsQuest(): Quest {
  const { key, ask } = quest('fee params', feeParamsQuestion(), feeParams => ({ settings: { feeParams } }))
  return {
    key,
    ask: async asked => {
      try {
        return await ask(asked)
      } catch (error) {
        if (refusesRawQueries(error)) return { height: null, finds: {}, next: nothingNext }
        throw error
      }
    },
  }
}
