/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Explained } from '../parts/explain.tsx'
import { InTurns } from '../parts/InTurns.tsx'
import { type Failure, FailureNotice, failureOf } from '../parts/notice.tsx'
import { labelOf } from '../preview/formFields.ts'
import type { ShownPolicy } from '../workers/policyWorker.ts'
import type { ShownKnob } from './knobList.ts'
import { ShapeInput } from './ShapeInput.tsx'
import { isSingle } from './shape.ts'

const SECTIONS: readonly (readonly [section: string, title: string])[] = [
  ['m012', 'M012, supply'],
  ['m013', 'M013, fees'],
  ['m014', 'M014, validators'],
  ['m015', 'M015, contribution'],
  ['epoch', 'The period'],
  ['governance', 'Who decides'],
]

type OnAnswer = (section: string, knob: string, value: unknown) => Promise<void>

/** The open points of the specification, each as a control. */
export function Knobs({
  knobs,
  policy,
  onAnswer,
}: {
  readonly knobs: readonly ShownKnob[]
  readonly policy: ShownPolicy
  readonly onAnswer: OnAnswer
}) {
  const [all, setAll] = useState(false)
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={all} onChange={event => setAll(event.currentTarget.checked)} />
        Also what has no number as an open question
      </label>
      <InTurns
        parts={SECTIONS.map(([section, title]) => {
          const shown = knobs.filter(
            ({ section: of, question }) => of === section && (all || question !== null),
          )
          return shown.length === 0 ? null : (
            <details key={section} open={section === 'm013'} class="knobs">
              <summary>
                {title} <span class="quiet">({shown.length})</span>
              </summary>
              {shown.map(knob => (
                <KnobControl key={knob.name} knob={knob} policy={policy} onAnswer={onAnswer} />
              ))}
            </details>
          )
        })}
      />
    </>
  )
}

/** One open point: what it asks, the answer of the policy, and what else has been proposed. */
function KnobControl({
  knob: { section, name, shape, question, asks, source, alternatives, bounds, layer },
  policy,
  onAnswer,
}: {
  readonly knob: ShownKnob
  readonly policy: ShownPolicy
  readonly onAnswer: OnAnswer
}) {
  const [draft, setDraft] = useState<{ readonly value: unknown } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const put = async (value: unknown) => {
    setFailure(null)
    try {
      await onAnswer(section, name, value)
      setDraft(null)
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return (
    <fieldset class="knob">
      <legend>
        <Explained
          kind="term"
          about={{
            title: labelOf(name),
            ...(asks !== null && { text: asks }),
            operands: [
              ['it may be', bounds],
              ['who may change it', layer],
              ['question', question ?? 'not numbered'],
            ],
            source,
          }}
        >
          {labelOf(name)}
        </Explained>
        {question === null ? null : <span class="code"> {question}</span>}
      </legend>
      {asks === null ? null : <p class="quiet">{asks}</p>}
      <ShapeInput
        label={labelOf(name)}
        shape={shape}
        value={draft === null ? policy.answers[section]?.[name] : draft.value}
        onValue={value => {
          if (isSingle(shape)) void put(value)
          else setDraft({ value })
        }}
      />
      {draft === null ? null : (
        <p class="row">
          <button type="button" onClick={() => void put(draft.value)}>
            Apply<span class="visually-hidden"> to {labelOf(name)}</span>
          </button>
          <button
            type="button"
            class="quiet-button"
            onClick={() => {
              setDraft(null)
              setFailure(null)
            }}
          >
            Undo<span class="visually-hidden"> {labelOf(name)}</span>
          </button>
        </p>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {alternatives.length === 0 ? null : (
        <details class="alternatives">
          <summary>Alternatives</summary>
          <ul>
            {alternatives.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  )
}
