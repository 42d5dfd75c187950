import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseInput } from '../../src/primitives/schemas.ts'

test('sentences stay ours where an application has told zod to speak in others', () => {
  z.config({ localeError: () => 'Texte de l’application' })
  try {
    expect(() => parseInput(z.strictObject({ a: z.number() }), 'input', { a: 'x', b: 1 })).toThrow(
      /expected number at a\n✖ unknown field: b/,
    )
  } finally {
    z.config({ localeError: undefined })
  }
})
