// Written by `npm run generate` from proto/cosmwasm/wasm/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface QueryContractInfoRequest {
  address: string
}
export const QueryContractInfoRequest: Codec<QueryContractInfoRequest> = /* @__PURE__ */ message<QueryContractInfoRequest>('string address = 1')

export interface QueryContractInfoResponse {
  address: string
  contractInfo: ContractInfo | undefined
}
export const QueryContractInfoResponse: Codec<QueryContractInfoResponse> = /* @__PURE__ */ message<QueryContractInfoResponse>('string address = 1; ContractInfo contractInfo = 2', () => [ContractInfo])

export interface ContractInfo {
  codeId: bigint
  creator: string
  admin: string
  label: string
}
export const ContractInfo: Codec<ContractInfo> = /* @__PURE__ */ message<ContractInfo>('uint64 codeId = 1; string creator = 2; string admin = 3; string label = 4')

export interface QuerySmartContractStateRequest {
  address: string
  /** JSON text in UTF-8. */
  queryData: Uint8Array
}
export const QuerySmartContractStateRequest: Codec<QuerySmartContractStateRequest> = /* @__PURE__ */ message<QuerySmartContractStateRequest>('string address = 1; bytes queryData = 2')

export interface QuerySmartContractStateResponse {
  /** JSON text in UTF-8. */
  data: Uint8Array
}
export const QuerySmartContractStateResponse: Codec<QuerySmartContractStateResponse> = /* @__PURE__ */ message<QuerySmartContractStateResponse>('bytes data = 1')
