import { join } from 'node:path'
import { toJson } from '../../../primitives/canonical.ts'
import { type Answer, type CommandInput, schemaOf, textOption } from '../../command.ts'
import { printableJson } from '../../io/printable.ts'
import { writeWhole } from '../../io/writeWhole.ts'
import { inkOf } from '../../render/ink.ts'
import type { Answered } from '../threads/answerOnThreads.ts'

/** What was added up over all runs of a study, and what broke an invariant, as JSON. */
export const proofJson = ({ proof, proven, violations }: Answered<unknown>) => ({
  proof: { ...(toJson(proof) as object), equal: proven },
  violations,
})

/** With --out: the answer as summary.json and summary.txt, and tables beside them. The answer then says where. */
export async function withFiles(
  answer: Answer,
  input: CommandInput,
  tables: { readonly [file: string]: string } = {},
): Promise<Answer> {
  const folder = textOption(input, 'out')
  if (folder === undefined) return answer
  const { form, json, text } = answer
  const lines = text?.({ width: 140, ink: inkOf(false) }) ?? []
  const files = {
    ...tables,
    'summary.json': `${printableJson({ schema: schemaOf(form), ...json() })}\n`,
    'summary.txt': `${lines.join('\n')}\n`,
  }
  for (const [file, content] of Object.entries(files)) await writeWhole(join(folder, file), content)
  return {
    ...answer,
    text: page => [...(text?.(page) ?? []), `Written: ${Object.keys(files).join(', ')} in ${folder}`],
  }
}
