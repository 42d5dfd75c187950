import * as marketplace from '../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import * as ecocredit from '../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Recordings } from '../recordings.ts'
import { genesisRows } from '../replay/genesis.ts'
import { type Answerer, answering, notFound } from './answer.ts'
import { pageOf } from './page.ts'

/** Rows of the genesis that no recorded transaction or proposal changed. */
export function settingsAnswers(recordings: Recordings): { readonly [path: string]: Answerer } {
  const { creditTypes, allowedDenoms } = genesisRows(recordings)
  return {
    '/regen.ecocredit.v1.Query/CreditTypes': answering(
      ecocredit.QueryCreditTypesRequest,
      ecocredit.QueryCreditTypesResponse,
      () => ({ creditTypes: [...creditTypes] }),
    ),
    '/regen.ecocredit.v1.Query/CreditType': answering(
      ecocredit.QueryCreditTypeRequest,
      ecocredit.QueryCreditTypeResponse,
      request => {
        const creditType = creditTypes.find(({ abbreviation }) => abbreviation === request.abbreviation)
        return creditType ? { creditType } : notFound('credit type with abbreviation', request.abbreviation)
      },
    ),
    '/regen.ecocredit.marketplace.v1.Query/AllowedDenoms': answering(
      marketplace.QueryAllowedDenomsRequest,
      marketplace.QueryAllowedDenomsResponse,
      ({ pagination }) => {
        const page = pageOf(allowedDenoms, pagination)
        return page && { allowedDenoms: page.items, pagination: page.pagination }
      },
    ),
  }
}
