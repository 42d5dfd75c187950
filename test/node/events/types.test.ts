import { expectTypeOf, test } from 'vitest'
import type { EventFields, EventType, RegenEvent } from '../../../src/node/events/eventFields.ts'
import type * as data from '../../../src/wire/generated/regen/data/v2/events.ts'
import type * as basket from '../../../src/wire/generated/regen/ecocredit/basket/v1/events.ts'
import type * as marketplace from '../../../src/wire/generated/regen/ecocredit/marketplace/v1/events.ts'
import type * as ecocredit from '../../../src/wire/generated/regen/ecocredit/v1/events.ts'

/** Checked by the compiler: what the decoder gives is exactly the generated protobuf type, and narrows by its type. */

type Generated = {
  'regen.ecocredit.v1': typeof ecocredit
  'regen.ecocredit.marketplace.v1': typeof marketplace
  'regen.ecocredit.basket.v1': typeof basket
  'regen.data.v2': typeof data
}

type MessageOf<Codec> = Codec extends { decode(...args: never): infer Message } ? Message : never

/** Every generated event, found without naming one: `Event…` with a codec. */
type AllEvents = {
  [Package in keyof Generated]: {
    [Name in keyof Generated[Package] & `Event${string}` as MessageOf<Generated[Package][Name]> extends never
      ? never
      : `${Package}.${Name}`]: MessageOf<Generated[Package][Name]>
  }
}[keyof Generated]

type Union<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never

test('the fields of every event are those of its generated type', () => {
  expectTypeOf<{ [T in EventType]: EventFields[T] }>().toEqualTypeOf<{
    [T in keyof Union<AllEvents>]: Union<AllEvents>[T]
  }>()
})

test('the type of an event tells its fields', () => {
  const read = (event: RegenEvent) => {
    if (event.type === 'regen.ecocredit.v1.EventRetire') {
      expectTypeOf(event.fields).toEqualTypeOf<ecocredit.EventRetire>()
      // @ts-expect-error a retirement has no seller
      return event.fields.seller
    }
    if (event.type === 'regen.ecocredit.marketplace.v1.EventSell')
      expectTypeOf(event.fields.sellOrderId).toEqualTypeOf<bigint>()
    // @ts-expect-error there is no such event
    return event.type === 'regen.ecocredit.v1.EventRetirement'
  }
  expectTypeOf(read).toBeFunction()
})
