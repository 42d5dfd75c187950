/** @jsxImportSource preact */
import { parseRatio } from '../../../src/primitives/ratio.ts'
import { coinText, percent } from '../parts/amounts.tsx'
import { useTyped } from '../parts/typed.ts'
import { labelOf } from '../preview/formFields.ts'
import { ListInput, RecordInput } from './ManyInputs.tsx'
import { emptyKind, emptyOf, type Fields, type InputProps, type Values } from './shape.ts'

/** A control of the form of the answer: a choice, a switch, a number, a share, an amount, or several of them. */
export function ShapeInput({ label, shape, value, onValue }: InputProps) {
  if (shape.kind === 'choice')
    return <ChoiceInput {...{ label, value: String(value), names: shape.names, onValue }} />
  if (shape.kind === 'flag')
    return (
      <label class="check">
        <input
          type="checkbox"
          aria-label={label}
          checked={value === true}
          onChange={event => onValue(event.currentTarget.checked)}
        />
        yes
      </label>
    )
  if (shape.kind === 'optional')
    return (
      <>
        <label class="check">
          <input
            type="checkbox"
            checked={value !== null}
            onChange={event => onValue(event.currentTarget.checked ? emptyOf(shape.of) : null)}
          />
          {label} is set
        </label>
        {value === null ? null : <ShapeInput {...{ label, shape: shape.of, value, onValue }} />}
      </>
    )
  if (shape.kind === 'kinds') {
    const { kind = '', ...fields } = Object(value) as { readonly kind?: string }
    return (
      <>
        <ChoiceInput
          label={label}
          value={kind}
          names={Object.keys(shape.options)}
          onValue={next => onValue(emptyKind(shape.options, next))}
        />
        <FieldsInput
          fields={shape.options[kind] ?? {}}
          value={fields}
          onValue={next => onValue({ kind, ...next })}
        />
      </>
    )
  }
  if (shape.kind === 'fields')
    return <FieldsInput {...{ fields: shape.fields, value: Object(value) as Values, onValue }} />
  if (shape.kind === 'list') return <ListInput {...{ label, shape, value, onValue, Item: ShapeInput }} />
  if (shape.kind === 'record') return <RecordInput {...{ label, shape, value, onValue, Item: ShapeInput }} />
  return <LineInput {...{ label, shape, value, onValue }} />
}

function ChoiceInput({
  label,
  value,
  names,
  onValue,
}: {
  readonly label: string
  readonly value: string
  readonly names: readonly string[]
  readonly onValue: (value: string) => void
}) {
  return (
    <select aria-label={label} value={value} onChange={event => onValue(event.currentTarget.value)}>
      {names.map(name => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Several values by name, each under its label. */
function FieldsInput({
  fields,
  value,
  onValue,
}: {
  readonly fields: Fields
  readonly value: Values
  readonly onValue: (value: Values) => void
}) {
  const entries = Object.entries(fields)
  return entries.length === 0 ? null : (
    <div class="flat">
      {entries.map(([name, shape]) => (
        <div key={name} class="field">
          <span aria-hidden="true">{labelOf(name)}</span>
          <ShapeInput
            label={labelOf(name)}
            shape={shape}
            value={value[name]}
            onValue={next => onValue({ ...value, [name]: next })}
          />
        </div>
      ))}
    </div>
  )
}

/** A number, a share, an amount or a text in one line, with what it means to people behind it. */
function LineInput({ label, shape: { kind }, value, onValue }: InputProps) {
  const text = String(value ?? '')
  const meaning = kind === 'uregen' ? uregenText(text) : kind === 'share' ? shareText(text) : ''
  return (
    <>
      <input
        aria-label={label}
        inputMode={kind === 'text' ? undefined : kind === 'share' ? 'decimal' : 'numeric'}
        {...useTyped(text, given =>
          onValue(kind === 'whole' && /^-?\d{1,15}$/.test(given) ? Number(given) : given),
        )}
      />
      {meaning === '' ? null : <span class="hint">= {meaning}</span>}
    </>
  )
}

const uregenText = (text: string): string => (/^\d{1,40}$/.test(text) ? coinText(BigInt(text), 'uregen') : '')

function shareText(text: string): string {
  try {
    return percent(parseRatio(text))
  } catch {
    return ''
  }
}
