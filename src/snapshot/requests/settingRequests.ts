import type { Settings } from '../../messages/ledger.ts'
import { askFeeParams } from '../../node/read/feeParams.ts'
import { nodeConfigQuestion } from '../../node/read/node.ts'
import {
  allowedDenomsQuestion,
  allowlistQuestion,
  basketFeeQuestion,
  bridgeChainsQuestion,
  classCreatorsQuestion,
  classFeeQuestion,
} from '../../node/read/settings.ts'
import { listRequest, nothingNext, orUnknown, type Request, request } from './request.ts'

/** The node's gas prices, which are of no height. A node with gRPC switched off does not tell them: they stay unknown. */
export const nodeConfigRequest = (): Request => {
  const { key, ask } = request('node config', nodeConfigQuestion(), ({ gasPrices }) => ({ gasPrices }))
  return orUnknown({ key, ask: async asked => ({ ...(await ask(asked)), height: null }) })
}

/** What to ask for each setting; what proposals ask for is in `rareRequests.ts`. */
export const SETTING_REQUESTS: {
  readonly [name in Exclude<keyof Settings, 'govDeposit'>]: () => readonly Request[]
} = {
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
}

function feeParamsRequest(): Request {
  return orUnknown({
    key: 'fee params',
    ask: async ({ rpc, height, signal, connection }) => {
      const { height: answered, feeParams } = await askFeeParams(rpc, height, signal, connection)
      return { height: answered, answers: { settings: { feeParams } }, next: nothingNext }
    },
  })
}
