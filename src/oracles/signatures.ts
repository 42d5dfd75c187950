import * as z from 'zod/mini'
import { canonicalJson } from '../primitives/canonical.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { SOURCE_ALTERED } from '../primitives/errorTable.ts'
import { parseInput } from '../primitives/schemas.ts'
import { problemWith } from '../redistribution/adr36.ts'
import { malformed } from './malformed.ts'

/** A signature of an account over the document without its `signatures`, as wallets make it for a text (ADR-036). */
export type DocumentSignature = {
  readonly signer: string
  readonly pub_key: { readonly type: 'tendermint/PubKeySecp256k1'; readonly value: string }
  readonly signature: string
}

const Signatures = () =>
  z
    .array(
      z.strictObject({
        signer: z.string(),
        pub_key: z.strictObject({ type: z.literal('tendermint/PubKeySecp256k1'), value: z.string() }),
        signature: z.string(),
      }),
    )
    .check(z.minLength(1), z.maxLength(100))

/**
 * The text that an account signs to vouch for a JSON document: its canonical JSON without `signatures`.
 *
 * @example
 * documentText({ time: '2026-11-20', classes: { C01: '25REGEN' } }) // '{"classes":{"C01":"25REGEN"},"time":"2026-11-20"}'
 */
export function documentText(json: unknown): string {
  const { signatures: _, ...signed } = Object(json)
  return canonicalJson(signed)
}

/** A document without its signatures, and the accounts whose signatures they are. One that is of something else is SOURCE_ALTERED. */
export async function openSignatures(
  from: string,
  json: unknown,
): Promise<{ readonly json: unknown; readonly signers: readonly string[] }> {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'signatures'))
    return { json, signers: [] }
  const { signatures, ...signed } = json as { readonly signatures: unknown }
  const given = parseInput(Signatures(), `signatures of ${from}`, signatures)
  const text = textOf(from, signed)
  // Few documents are signed so: the curve is loaded for those.
  const { secp256k1 } = await import('@noble/curves/secp256k1.js')
  for (const { signer, ...signature } of given) {
    const problem = problemWith(signature, { signer, text, verify: secp256k1.verify })
    if (problem !== null)
      throw new RegenError(SOURCE_ALTERED, {
        source: from,
        reason: `the signature of ${signer.slice(0, 80)} does not hold`,
      })
  }
  return { json: signed, signers: [...new Set(given.map(({ signer }) => signer))] }
}

function textOf(from: string, signed: object): string {
  try {
    return canonicalJson(signed)
  } catch (error) {
    if (isRegenError(error, 'NOT_CANONICAL'))
      throw malformed(
        from,
        `what is signed has whole numbers and texts only; got another at ${error.context.path}`,
      )
    throw error
  }
}
