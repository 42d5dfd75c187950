import type { Message } from '../../src/messages/message.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { recordedTx } from '../support/recordings.ts'

/** The messages of a recorded transaction, as its bytes have them. */
export const messagesOf = (name: string): readonly Message[] =>
  decodeTx(new Uint8Array(Buffer.from(recordedTx(name).txBytes, 'base64'))).body
    .messages as readonly Message[]

/** One recorded transaction of each fee type of M013. */
export const FEE_TYPES = {
  CreditIssuance: 'amino JSON create batch',
  CreditTransfer: 'send tradable and retired',
  CreditRetirement: 'retire',
  MarketplaceTrade: 'buy 2.345678 with fees',
} as const
