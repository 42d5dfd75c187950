import * as z from 'zod/mini'
import { unpackText } from '../message.ts'
import type { InnerMessage } from './innerMessages.ts'

type Schema = z.ZodMiniType<unknown, unknown>

/**
 * Something that is not a message and yet packed like one: an authorization, an allowance. Of the types given the fields are read;
 * others, and bytes, are kept as they are.
 */
export const packed = (types: () => { readonly [typeUrl: string]: Schema }) =>
  z.pipe(
    z.strictObject({ typeUrl: z.string(), value: z.unknown() }),
    z.transform(({ typeUrl, value }, context): InnerMessage => {
      const given = unpackText(value)
      const known = types()
      const schema = Object.hasOwn(known, typeUrl) ? known[typeUrl] : undefined
      if (schema === undefined || given instanceof Uint8Array) return { typeUrl, value: given }
      const read = schema._zod.run({ value: given, issues: [] }, { async: false }) as z.core.ParsePayload
      for (const issue of read.issues)
        context.issues.push({ ...issue, path: ['value', ...(issue.path ?? [])] } as z.core.$ZodRawIssue)
      return { typeUrl, value: read.value }
    }),
  ) as z.ZodMiniType<InnerMessage, InnerMessage>
