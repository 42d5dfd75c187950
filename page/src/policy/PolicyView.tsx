/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { diffPolicy } from '../../../src/policy/diffPolicy.ts'
import { KNOBS, type NotedKnob } from '../../../src/policy/knobs.ts'
import { type PolicyConfig, policyHash, policyJson } from '../../../src/policy/policy.ts'
import { PRESETS } from '../../../src/policy/presets.ts'
import { formatSentence } from '../../../src/preview/formatSentence.ts'
import type { ViewProps } from '../App.tsx'
import { Amount } from '../parts/amounts.tsx'
import { download } from '../parts/download.ts'
import { Explained } from '../parts/explain.tsx'
import { type Failure, FailureNotice } from '../parts/notice.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import { labelOf } from '../preview/formFields.ts'
import { answersOf, choicesOf, formatPolicy, parseAnswer, readPolicy, withAnswer } from './knobValues.ts'
import { numbersUnder, type PolicyNumber } from './numbers.ts'
import { Scenario } from './Scenario.tsx'

const SECTIONS: { readonly [section: string]: string } = {
  m012: 'M012, supply',
  m013: 'M013, fees',
  m014: 'M014, validators',
  m015: 'M015, contribution',
  epoch: 'The period',
  governance: 'Who decides',
}

/** Every open question as a control; two policies side by side, and what they make of the same transaction, week and five years. */
export function PolicyView({ navigation: { route, stay, go } }: ViewProps) {
  const { state } = route
  const a = useMemo(() => readPolicy(state['a'], 'model-a'), [state['a']])
  const b = useMemo(() => readPolicy(state['b'], 'compromise'), [state['b']])
  const side = state['edit'] === 'b' ? 'b' : 'a'
  const [numbersA, numbersB] = [useMemo(() => numbersUnder(a), [a]), useMemo(() => numbersUnder(b), [b])]
  const diff = useMemo(() => diffPolicy(a, b), [a, b])
  const put = (of: 'a' | 'b', policy: PolicyConfig) => stay({ ...state, [of]: formatPolicy(policy) })
  return (
    <>
      <div class="view-head">
        <div>
          <h1>What if the policy were another one?</h1>
          <p class="lead">
            The specification leaves questions open. Each is a control here; a <Term name="policy" /> is one
            answer to all of them. Nothing of it is in force: change an answer, and every number below
            follows.
          </p>
        </div>
        <ShareButton />
      </div>
      <div class="columns">
        <section class="card" aria-labelledby="knobs-title">
          <h2 id="knobs-title">The answers</h2>
          <div class="modes" role="group" aria-label="Which policy to change">
            {(['a', 'b'] as const).map(of => (
              <button
                key={of}
                type="button"
                aria-pressed={side === of}
                onClick={() => stay({ ...state, edit: of })}
              >
                Policy {of.toUpperCase()}
              </button>
            ))}
          </div>
          <label>
            Begin with
            <select
              value={formatPolicy(side === 'a' ? a : b)}
              onChange={event => go('policy', { ...state, [side]: event.currentTarget.value })}
            >
              {Object.entries(PRESETS).map(([name, { what }]) => (
                <option key={name} value={name}>
                  {what}
                </option>
              ))}
              {formatPolicy(side === 'a' ? a : b).startsWith('~') ? (
                <option value={formatPolicy(side === 'a' ? a : b)}>Changed by you</option>
              ) : null}
            </select>
          </label>
          <Knobs key={side} policy={side === 'a' ? a : b} onPolicy={policy => put(side, policy)} />
          <p class="row wrap">
            <button
              type="button"
              onClick={() =>
                download(
                  'policy.json',
                  'application/json',
                  `${JSON.stringify(JSON.parse(policyJson(side === 'a' ? a : b)), null, 2)}\n`,
                )
              }
            >
              Policy {side.toUpperCase()} as JSON
            </button>
          </p>
          <p class="code">{policyHash(side === 'a' ? a : b).slice(0, 16)}…</p>
        </section>
        <div class="result">
          <section class="card" aria-labelledby="numbers-title">
            <h2 id="numbers-title">One transaction, one week</h2>
            <div class="pair">
              <div>
                <h3>A</h3>
                <PoolsBar pools={numbersA.transaction.pools} label="Policy A" />
              </div>
              <div>
                <h3>B</h3>
                <PoolsBar pools={numbersB.transaction.pools} label="Policy B" />
              </div>
            </div>
            <p class="quiet">The four messages of the example “several at once”, on the bundled chain.</p>
            <Compared
              label="The transaction under both policies"
              a={numbersA.transaction.fees}
              b={numbersB.transaction.fees}
            />
            <h3>A week of the example economy</h3>
            {'code' in numbersA.week || 'code' in numbersB.week ? (
              <>
                {'code' in numbersA.week ? <FailureNotice failure={numbersA.week} /> : null}
                {'code' in numbersB.week ? <FailureNotice failure={numbersB.week} /> : null}
              </>
            ) : (
              <Compared label="The week under both policies" a={numbersA.week} b={numbersB.week} />
            )}
          </section>
          <section class="card" aria-labelledby="diff-title">
            <h2 id="diff-title">From A to B</h2>
            {diff.changes.length === 0 ? (
              <p class="quiet">Nothing: both are the same policy.</p>
            ) : (
              <>
                <p>
                  {diff.changes.length === 1 ? 'One answer' : `${diff.changes.length} answers`}; it takes
                  layer {diff.layer}
                  {diff.withinBounds ? '.' : ', and is not within the bounds of the specification.'}
                </p>
                <ul class="remarks">
                  {diff.changes.map(({ knob, sentence, question, layer, outOfBounds }) => (
                    <li key={knob} class={outOfBounds.length > 0 ? 'blocks' : undefined}>
                      <p>{formatSentence(sentence)}</p>
                      <p class="code">
                        {knob}
                        {question === null ? '' : ` · ${question}`} · {layer}
                      </p>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <Scenario
            a={a}
            b={b}
            column={state['show'] ?? 'supply'}
            onColumn={column => stay({ ...state, show: column })}
          />
        </div>
      </div>
    </>
  )
}

/** The same numbers under both policies; where they differ, that is said by more than colour. */
function Compared({
  label,
  a,
  b,
}: {
  readonly label: string
  readonly a: readonly PolicyNumber[]
  readonly b: readonly PolicyNumber[]
}) {
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      <table class="grid stacks">
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col" class="right">
              A
            </th>
            <th scope="col" class="right">
              B
            </th>
          </tr>
        </thead>
        <tbody>
          {a.map(({ name, what, amount }, index) => {
            const other = b[index]?.amount ?? null
            return (
              <tr key={name} class={amount === other ? undefined : 'differs'}>
                <th scope="row">
                  <Explained kind="term" about={{ title: name, text: formatSentence(what) }}>
                    {name}
                  </Explained>
                </th>
                <td class="right" data-label="A">
                  {amount === null ? 'not known' : <Amount amount={amount} />}
                </td>
                <td class="right" data-label="B">
                  {other === null ? 'not known' : <Amount amount={other} />}
                  {amount === other ? '' : ' ≠'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Knobs({
  policy,
  onPolicy,
}: {
  readonly policy: PolicyConfig
  readonly onPolicy: (policy: PolicyConfig) => void
}) {
  const answers = answersOf(policy)
  const [all, setAll] = useState(false)
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={all} onChange={event => setAll(event.currentTarget.checked)} />
        Also what has no number as an open question
      </label>
      {Object.entries(KNOBS).map(([section, knobs]) => {
        const shown = Object.entries(knobs).filter(([, { question }]) => all || question !== null)
        return shown.length === 0 ? null : (
          <details key={section} open={section === 'm013'} class="knobs">
            <summary>
              {SECTIONS[section] ?? section} <span class="quiet">({shown.length})</span>
            </summary>
            {shown.map(([name, knob]) => (
              <KnobControl
                key={name}
                section={section}
                name={name}
                knob={knob}
                value={answers[section]?.[name]}
                policy={policy}
                onPolicy={onPolicy}
              />
            ))}
          </details>
        )
      })}
    </>
  )
}

function KnobControl({
  section,
  name,
  knob,
  value,
  policy,
  onPolicy,
}: {
  readonly section: string
  readonly name: string
  readonly knob: NotedKnob
  readonly value: unknown
  readonly policy: PolicyConfig
  readonly onPolicy: (policy: PolicyConfig) => void
}) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const put = (next: unknown) => {
    const changed = withAnswer(policy, section, name, next)
    setFailure('failure' in changed ? changed.failure : null)
    if ('policy' in changed) onPolicy(changed.policy)
  }
  const { question, source, alternatives, layer } = knob
  return (
    <fieldset class="knob">
      <legend>
        <Explained
          kind="term"
          about={{
            title: labelOf(name),
            text:
              alternatives.length === 0
                ? 'No alternative is named.'
                : `Alternatives: ${alternatives.join('; ')}`,
            operands: [
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
      <Control label={labelOf(name)} value={value} choices={choicesOf(knob)} onValue={put} />
      {failure === null ? null : <FailureNotice failure={failure} />}
    </fieldset>
  )
}

const isFlat = (value: unknown): value is { readonly [name: string]: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('kind' in value) &&
  Object.values(value).every(field => typeof field === 'string')

/** A control of the kind of the answer: a choice, a switch, a number, several shares; what is more than that is JSON. */
function Control({
  label,
  value,
  choices,
  onValue,
}: {
  readonly label: string
  readonly value: unknown
  readonly choices: readonly string[]
  readonly onValue: (value: unknown) => void
}) {
  if (choices.length > 0)
    return (
      <select aria-label={label} value={String(value)} onChange={event => onValue(event.currentTarget.value)}>
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    )
  if (typeof value === 'boolean')
    return (
      <label class="check">
        <input type="checkbox" checked={value} onChange={event => onValue(event.currentTarget.checked)} />
        yes
      </label>
    )
  if (isFlat(value)) return <FlatControl value={value} onValue={onValue} />
  const isShort = typeof value === 'string' || typeof value === 'number'
  const text = isShort ? String(value) : JSON.stringify(value)
  return isShort ? (
    <input
      aria-label={label}
      value={text}
      autocomplete="off"
      onChange={event => onValue(parseAnswer(event.currentTarget.value.trim(), value))}
    />
  ) : (
    <textarea
      aria-label={`${label}, as JSON`}
      rows={2}
      spellcheck={false}
      value={text}
      onChange={event => onValue(parseAnswer(event.currentTarget.value, value))}
    />
  )
}

/** Several numbers that may only fit together, such as shares that add up to 1: they are kept until they do. */
function FlatControl({
  value,
  onValue,
}: {
  readonly value: { readonly [name: string]: string }
  readonly onValue: (value: unknown) => void
}) {
  const [draft, setDraft] = useState<{ readonly [name: string]: string } | null>(null)
  const shown = draft ?? value
  return (
    <div class="flat">
      {Object.entries(shown).map(([field, text]) => (
        <label key={field}>
          {labelOf(field)}
          <input
            value={text}
            inputMode="decimal"
            autocomplete="off"
            onChange={event => setDraft({ ...shown, [field]: event.currentTarget.value.trim() })}
          />
        </label>
      ))}
      {draft === null ? null : (
        <p class="row">
          <button
            type="button"
            onClick={() => {
              onValue(draft)
              setDraft(null)
            }}
          >
            Apply
          </button>
          <button type="button" class="quiet-button" onClick={() => setDraft(null)}>
            Undo
          </button>
        </p>
      )}
    </div>
  )
}
