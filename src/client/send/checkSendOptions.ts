import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { SendOptions } from './sendOptions.ts'

const isHeight = (value: unknown) => typeof value === 'bigint' && value >= 0n && value < 2n ** 64n
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1
const isTimeout = (value: unknown) => value === 'none' || (isHeight(value) && value !== 0n)
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
const isTime = (value: unknown) => typeof value === 'number' && value >= 0
const isText = (value: unknown) => typeof value === 'string'

/** What an option must be that no other part of the SDK checks. */
const EXPECTED: { readonly [name in keyof SendOptions]: readonly [(value: unknown) => boolean, string] } = {
  memo: [isText, 'text'],
  feeGranter: [isText, 'an address'],
  feePayer: [isText, 'an address'],
  gasPrice: [isText, 'text such as "0.025uregen"'],
  maxGasFee: [isText, 'text such as "100000uregen"'],
  slippage: [isText, 'text such as "0.01"'],
  timeoutHeight: [isTimeout, 'a bigint of 1 or more, or "none",'],
  timeoutBlocks: [isCount, 'a whole number of 1 or more'],
  gasMargin: [isText, 'text such as "0.1"'],
  atMost: [isTexts, 'a list of texts such as "60000000uregen"'],
  onStep: [value => typeof value === 'function', 'a function'],
  gasLimit: [isHeight, 'a bigint of 0 or more'],
  timeoutMs: [isTime, 'milliseconds'],
  pollMs: [isTime, 'milliseconds'],
  maxAge: [value => value === 'any' || isHeight(value), 'seconds as a bigint, or "any",'],
  mode: [value => value === 'direct' || value === 'amino', '"direct" or "amino"'],
  allow: [Array.isArray, 'a list of warning codes'],
}

/** Throws INPUT_INVALID for options of a wrong type, which plain JavaScript lets pass, and for numbers out of range. */
export function checkSendOptions(options: SendOptions): void {
  const given: { readonly [name: string]: unknown } = options
  const issues = Object.entries(EXPECTED).flatMap(([name, [holds, expected]]) =>
    given[name] === undefined || holds(given[name]) ? [] : [`✖ expected ${expected} at ${name}`],
  )
  if (issues.length > 0) throw new RegenError(INPUT_INVALID, { what: 'options', issues: issues.join('\n') })
}
