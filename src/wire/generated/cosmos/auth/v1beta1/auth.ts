// Written by `npm run generate` from proto/cosmos/auth/v1beta1/auth.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface BaseAccount {
  address: string
  /** Unset until the account has signed once. */
  pubKey: Any | undefined
  accountNumber: bigint
  sequence: bigint
}
export const BaseAccount: Codec<BaseAccount> = /* @__PURE__ */ message<BaseAccount>('string address = 1; Any pubKey = 2; uint64 accountNumber = 3; uint64 sequence = 4', () => [Any])

export interface ModuleAccount {
  baseAccount: BaseAccount | undefined
  name: string
  permissions: string[]
}
export const ModuleAccount: Codec<ModuleAccount> = /* @__PURE__ */ message<ModuleAccount>('BaseAccount baseAccount = 1; string name = 2; string[] permissions = 3', () => [BaseAccount])

/** The "public key" of accounts that no key signs for, such as group policies. */
export interface ModuleCredential {
  moduleName: string
  derivationKeys: Uint8Array[]
}
export const ModuleCredential: Codec<ModuleCredential> = /* @__PURE__ */ message<ModuleCredential>('string moduleName = 1; bytes[] derivationKeys = 2')
