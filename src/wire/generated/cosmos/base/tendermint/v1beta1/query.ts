// Written by `npm run generate` from proto/cosmos/base/tendermint/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { DefaultNodeInfo } from '../../../../tendermint/p2p/types.ts'

export interface GetNodeInfoRequest {
}
export const GetNodeInfoRequest: Codec<GetNodeInfoRequest> = /* @__PURE__ */ message<GetNodeInfoRequest>('')

export interface GetNodeInfoResponse {
  defaultNodeInfo: DefaultNodeInfo | undefined
  applicationVersion: VersionInfo | undefined
}
export const GetNodeInfoResponse: Codec<GetNodeInfoResponse> = /* @__PURE__ */ message<GetNodeInfoResponse>('DefaultNodeInfo defaultNodeInfo = 1; VersionInfo applicationVersion = 2', () => [DefaultNodeInfo, VersionInfo])

export interface VersionInfo {
  name: string
  appName: string
  /** The chain's version, such as "7.0.0". */
  version: string
  gitCommit: string
  buildTags: string
  goVersion: string
  buildDeps: Module[]
  cosmosSdkVersion: string
}
export const VersionInfo: Codec<VersionInfo> = /* @__PURE__ */ message<VersionInfo>('string name = 1; string appName = 2; string version = 3; string gitCommit = 4; string buildTags = 5; string goVersion = 6; Module[] buildDeps = 7; string cosmosSdkVersion = 8', () => [Module])

export interface Module {
  path: string
  version: string
  sum: string
}
export const Module: Codec<Module> = /* @__PURE__ */ message<Module>('string path = 1; string version = 2; string sum = 3')
