import * as z from 'zod/mini'
import { fromBase64, toBase64 } from '../../primitives/base64.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import { explainIssues, OWN_WORDS } from '../../primitives/explainIssues.ts'
import { WholeAmount } from '../../primitives/schemas.ts'

/** What wallets answer, of which nothing is taken for granted: a wallet is another program, and its bytes may come from another window. */

/** A copy, so that the wallet cannot change it afterwards. */
const Bytes = z.pipe(
  z.custom<ArrayBufferView>(value => ArrayBuffer.isView(value), 'expected bytes'),
  z.transform((view): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice()),
)

/** A signature of secp256k1: 64 bytes. */
const Signature = z.object({
  signature: z.pipe(
    z.string(),
    z.transform((text, context): Uint8Array => {
      const bytes = decodeBase64(text)
      if (bytes?.length === 64) return bytes
      context.issues.push({
        code: 'custom',
        message: 'expected 64 bytes in base64',
        input: text.slice(0, 100),
      })
      return z.NEVER
    }),
  ),
})

/** In the one form that base64 of these bytes has. */
function decodeBase64(text: string): Uint8Array | null {
  try {
    const bytes = fromBase64(text)
    return toBase64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

const Accounts = z.array(
  z.object({
    address: z.string(),
    algo: z.string(),
    pubkey: Bytes,
    /** Wallets that hold a hardware device say so beside the key. */
    isNanoLedger: z.optional(z.unknown()),
    isKeystone: z.optional(z.unknown()),
  }),
)

const DirectAnswer = z.object({
  signed: z.object({ bodyBytes: Bytes, authInfoBytes: Bytes }),
  signature: Signature,
})

const Whole = z.union([z.string(), z.number(), z.bigint()])

const Gas = WholeAmount.check(z.refine(gas => gas < 2n ** 64n, 'expected gas of less than 2^64'))

/** Some wallets write null for what is not there. */
const Absent = z.pipe(
  z.optional(z.nullable(z.string())),
  z.transform(text => text ?? ''),
)

const AminoAnswer = z.object({
  signed: z.object({
    chain_id: z.string(),
    account_number: Whole,
    sequence: Whole,
    timeout_height: z.optional(z.nullable(Whole)),
    fee: z.object({
      amount: z.array(z.object({ denom: z.string(), amount: WholeAmount })),
      gas: Gas,
      granter: Absent,
      payer: Absent,
    }),
    msgs: z.array(z.unknown()),
    memo: z.string(),
  }),
  signature: Signature,
})

const reader =
  <S extends z.ZodMiniType>(what: string, schema: S) =>
  (answer: unknown): z.output<S> => {
    const result = schema.safeParse(answer, OWN_WORDS)
    if (result.success) return result.data
    const issues = explainIssues(result.error.issues).replaceAll('\n', ' ')
    throw new RegenError(SIGNER_UNUSABLE, { reason: `its ${what} has a wrong shape: ${issues}` })
  }

/** Each throws SIGNER_UNUSABLE, which names the field, when the answer is of another shape. */
export const parseAccounts = reader('list of accounts', Accounts)
export const parseDirectAnswer = reader('answer to signDirect', DirectAnswer)
export const parseAminoAnswer = reader('answer to signAmino', AminoAnswer)
