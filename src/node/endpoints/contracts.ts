import * as wasm from '../../wire/generated/cosmwasm/wasm/v1/query.ts'
import { endpoint } from './endpoint.ts'

export const contractInfo = /* @__PURE__ */ endpoint(
  '/cosmwasm.wasm.v1.Query/ContractInfo',
  wasm.QueryContractInfoRequest,
  wasm.QueryContractInfoResponse,
)
export const smartContractState = /* @__PURE__ */ endpoint(
  '/cosmwasm.wasm.v1.Query/SmartContractState',
  wasm.QuerySmartContractStateRequest,
  wasm.QuerySmartContractStateResponse,
)
