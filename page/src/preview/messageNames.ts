import { labelOf } from './formFields.ts'

/** Messages that people send; all others follow by package. */
export const USUAL = [
  '/regen.ecocredit.marketplace.v1.MsgBuyDirect',
  '/regen.ecocredit.marketplace.v1.MsgSell',
  '/regen.ecocredit.v1.MsgRetire',
  '/regen.ecocredit.v1.MsgSend',
  '/regen.ecocredit.v1.MsgCreateBatch',
  '/regen.ecocredit.v1.MsgCreateClass',
  '/cosmos.bank.v1beta1.MsgSend',
]

/** 'MsgBuyDirect' in words: 'Buy direct'. */
export const nameOf = (typeUrl: string): string =>
  labelOf(
    typeUrl
      .slice(typeUrl.lastIndexOf('.') + 1)
      .replace(/^Msg/, '')
      .replace(/^./, letter => letter.toLowerCase()),
  )

/** 'regen.ecocredit.v1'. */
export const packageOf = (typeUrl: string): string => typeUrl.slice(1, typeUrl.lastIndexOf('.'))
