import type * as z from 'zod/mini'
import type { Knob, Knobs, Note } from './knob.ts'
import { EPOCH_NOTES } from './knobs/epochNotes.ts'
import { GOVERNANCE_NOTES } from './knobs/governanceNotes.ts'
import { M012_NOTES } from './knobs/m012Notes.ts'
import { M013_NOTES } from './knobs/m013Notes.ts'
import { M014_NOTES } from './knobs/m014Notes.ts'
import { M015_NOTES } from './knobs/m015Notes.ts'
import { SECTIONS, type SectionName } from './sections.ts'

/** A knob with all there is to say of it. */
export type NotedKnob = Knob & Required<Note>

const noted = (knobs: Knobs, notes: { readonly [name: string]: Note }) =>
  Object.fromEntries(
    Object.entries(knobs).flatMap(([name, knob]) => {
      const note = notes[name]
      return note ? [[name, { ...knob, alternatives: otherNames(knob), ...note }]] : []
    }),
  )

const otherNames = ({ schema }: Knob): readonly string[] => {
  const { def } = (schema as z.ZodMiniType)._zod
  return def.type === 'enum' ? Object.keys((def as z.core.$ZodEnumDef).entries).slice(1) : []
}

/** Every knob by section and name, with its question, source, alternatives and layer. */
export const KNOBS: {
  readonly [section in SectionName]: { readonly [name: string]: NotedKnob }
} = /* @__PURE__ */ (() => ({
  m012: noted(SECTIONS.m012, M012_NOTES),
  m013: noted(SECTIONS.m013, M013_NOTES),
  m014: noted(SECTIONS.m014, M014_NOTES),
  m015: noted(SECTIONS.m015, M015_NOTES),
  epoch: noted(SECTIONS.epoch, EPOCH_NOTES),
  governance: noted(SECTIONS.governance, GOVERNANCE_NOTES),
}))()
