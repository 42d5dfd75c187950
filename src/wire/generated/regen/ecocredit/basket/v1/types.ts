// Written by `npm run generate` from proto/regen/ecocredit/basket/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Timestamp } from '../../../../google/protobuf/timestamp.ts'
import { Duration } from '../../../../google/protobuf/duration.ts'

export interface BasketCredit {
  batchDenom: string
  amount: string
}
export const BasketCredit: Codec<BasketCredit> = /* @__PURE__ */ message<BasketCredit>('string batchDenom = 1; string amount = 2')

/** Which start dates a basket takes. At most one of the three may be set. */
export interface DateCriteria {
  minStartDate: Timestamp | undefined
  startDateWindow: Duration | undefined
  yearsInThePast: number
}
export const DateCriteria: Codec<DateCriteria> = /* @__PURE__ */ message<DateCriteria>('Timestamp minStartDate = 1; Duration startDateWindow = 2; uint32 yearsInThePast = 3', () => [Timestamp, Duration])
