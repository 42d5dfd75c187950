import type { Settings } from '../messages/ledger.ts'
import { feeParamsQuestion, refusesRawQueries } from '../node/read/feeParams.ts'
import { govParamsQuestion } from '../node/read/governance.ts'
import { nodeConfigQuestion } from '../node/read/node.ts'
import {
  allowedDenomsQuestion,
  allowlistQuestion,
  basketFeeQuestion,
  bridgeChainsQuestion,
  classCreatorsQuestion,
  classFeeQuestion,
} from '../node/read/settings.ts'
import { listRequest, nothingNext, type Request, request } from './request.ts'

/** The node's gas prices, which are of no height. */
export const nodeConfigRequest = (): Request => {
  const { key, ask } = request('node config', nodeConfigQuestion(), ({ gasPrices }) => ({ gasPrices }))
  return { key, ask: async asked => ({ ...(await ask(asked)), height: null }) }
}

/** What to ask for each setting. */
export const SETTING_REQUESTS: { readonly [name in keyof Settings]: () => readonly Request[] } = {
  feeParams: () => [feeParamsRequest()],
  classFee: () => [request('class fee', classFeeQuestion(), classFee => ({ settings: { classFee } }))],
  basketFee: () => [request('basket fee', basketFeeQuestion(), basketFee => ({ settings: { basketFee } }))],
  allowedDenoms: () => [
    listRequest('allowed denoms', allowedDenomsQuestion(), allowedDenoms => ({
      settings: { allowedDenoms },
    })),
  ],
  bridgeChains: () => [
    request('bridge chains', bridgeChainsQuestion(), bridgeChains => ({ settings: { bridgeChains } })),
  ],
  classCreators: () => [
    request('allowlist', allowlistQuestion(), allowlist => ({ allowlist })),
    listRequest('class creators', classCreatorsQuestion(), classCreators => ({ classCreators })),
  ],
  govDeposit: () => [
    request(
      'governance params',
      govParamsQuestion(),
      ({ minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio }) => ({
        settings: {
          govDeposit: { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio },
        },
      }),
    ),
  ],
}

/** The one question whose refusal is no error: a node need not show its raw store. Then the fees stay unknown. */
function feeParamsRequest(): Request {
  const { key, ask } = request('fee params', feeParamsQuestion(), feeParams => ({ settings: { feeParams } }))
  return {
    key,
    ask: async asked => {
      try {
        return await ask(asked)
      } catch (error) {
        if (refusesRawQueries(error)) return { height: null, answers: {}, next: nothingNext }
        throw error
      }
    },
  }
}
