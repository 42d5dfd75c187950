import { KNOBS, type SectionName } from '../../../src/policy/knobs.ts'
import { OPEN_QUESTIONS } from '../../../src/policy/openQuestions.ts'
import { boundsOfKnob } from '../../../src/policy/ranges.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shapeOf.ts'

/** One open point of the specification, as a control of it is drawn. */
export type ShownKnob = {
  readonly section: string
  readonly name: string
  readonly shape: Shape
  /** Its number, and in plain words; null for a gap that the specification does not number. */
  readonly question: string | null
  readonly asks: string | null
  readonly source: string
  readonly alternatives: readonly string[]
  readonly bounds: string
  readonly layer: string
}

/** Every knob, in the order of the specification. */
export const knobList = (): readonly ShownKnob[] =>
  (Object.keys(KNOBS) as readonly SectionName[]).flatMap(section =>
    Object.entries(KNOBS[section]).map(([name, { schema, question, source, alternatives, layer }]) => ({
      ...{ section, name, question, source, alternatives, layer },
      shape: shapeOf(schema),
      asks: question === null ? null : (OPEN_QUESTIONS[question] ?? null),
      bounds: boundsOfKnob(section, name),
    })),
  )
