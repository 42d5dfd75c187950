import { storedFeeParams } from '../../node/endpoints/credits.ts'
import type { Recordings } from '../recordings.ts'
import type { Answerer } from './answer.ts'
import { BASKET_ANSWERS } from './basket.ts'
import { accountAnswer, BANK_ANSWERS, feeParamsAnswer } from './cosmos.ts'
import { ECOCREDIT_ANSWERS } from './ecocredit.ts'
import { governanceAnswers } from './governance.ts'
import { MARKETPLACE_ANSWERS } from './marketplace.ts'
import { settingsAnswers } from './settings.ts'
import { storeAnswer, subspaceAnswer } from './store.ts'

/** Finds how a query is answered from the replayed ledger; undefined for a query that is only replayed. */
export function derivation(recordings: Recordings): (path: string, request: string) => Answerer | undefined {
  const feeParamsKey = Buffer.from(storedFeeParams.encode({})).toString('base64')
  const byPath: { readonly [path: string]: Answerer | undefined } = {
    ...ECOCREDIT_ANSWERS,
    ...MARKETPLACE_ANSWERS,
    ...BASKET_ANSWERS,
    ...BANK_ANSWERS,
    ...settingsAnswers(recordings),
    ...governanceAnswers(recordings),
    '/cosmos.auth.v1beta1.Query/Account': accountAnswer,
    '/store/ecocredit/subspace': subspaceAnswer,
  }
  return (path, request) =>
    path === storedFeeParams.path
      ? request === feeParamsKey
        ? feeParamsAnswer
        : /^BwI[CFM]A/.test(request)
          ? storeAnswer
          : undefined
      : byPath[path]
}
