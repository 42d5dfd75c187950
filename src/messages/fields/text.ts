import * as z from 'zod/mini'
import { addressProblem } from '../../primitives/address.ts'
import { required, rule } from './rules.ts'

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Half of a character, which UTF-8 cannot express: it would be replaced in silence, or fail in amino JSON. */
const HALF = /\p{Surrogate}/u

/** Any text; empty when left out. */
export const anyText = z._default(
  z
    .string()
    .check(
      z.refine(value => !HALF.test(value), 'has half of a character (a lone surrogate), which is no text'),
    ),
  '',
)

/** Any text, to be given. */
export const text = required<string, string>(anyText)

/** No character has more bytes of UTF-8 than three for each unit of its text, so that short texts need not be counted. */
export const tooLong = (most: number) => (value: string) =>
  value.length * 3 > most && bytesOf(value) > most
    ? `at most ${most} bytes of UTF-8, but it has ${bytesOf(value)}`
    : null

const notEmpty = rule<string>('required', value => (value === '' ? 'it is empty' : null))

/** Text of at most so many bytes that may be empty. */
export const optionalText = (mostBytes: number) => anyText.check(rule('too-long', tooLong(mostBytes)))

/** Text of any length that may not be empty. */
export const someText = required<string, string>(anyText.check(notEmpty))

/** Text of at most so many bytes that may not be empty. */
export const requiredText = (mostBytes: number) =>
  required<string, string>(optionalText(mostBytes).check(notEmpty))

/** On-chain metadata, usually an IRI: at most 256 bytes, may be empty. */
export const optionalMetadata = anyText.check(rule('metadata-too-long', tooLong(256)))

/** On-chain metadata that the chain insists on. */
export const requiredMetadata = required<string, string>(optionalMetadata.check(notEmpty))

/** A bech32 address of this chain. */
export const address = required<string, string>(anyText.check(rule('address', addressProblem)))

/** A bech32 address of a validator of this chain. */
export const validatorAddress = required<string, string>(
  anyText.check(rule('address', value => addressProblem(value, 'regenvaloper'))),
)
