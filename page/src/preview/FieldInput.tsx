/** @jsxImportSource preact */
import type { Denoms } from '../parts/amounts.tsx'
import { TypedField } from '../parts/TypedField.tsx'
import { CoinInput } from './CoinInput.tsx'
import { emptyValue, type Field, type FormValue, labelOf } from './formFields.ts'

/** Fields for which the ledger's own values are offered. */
const LISTED = ['batchDenom', 'classId', 'projectId', 'sellOrderId', 'basketDenom']

const HINTS: { readonly [name: string]: string } = {
  jurisdiction: 'US-WA',
  retirementJurisdiction: 'US-WA',
  quantity: '2.5',
  tradableAmount: '0',
  retiredAmount: '0',
}

/** A field by its kind; lists and objects hold fields of their own. */
export function FieldInput({
  field,
  value,
  denoms,
  onChange,
}: {
  readonly field: Field
  readonly value: FormValue
  readonly denoms: Denoms
  readonly onChange: (value: FormValue) => void
}) {
  const label = labelOf(field.name)
  if (field.kind === 'flag')
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
    )
  if (field.kind === 'list') {
    const items = Array.isArray(value) ? (value as readonly FormValue[]) : []
    const one = label.replace(/s$/, '') || 'Entry'
    return (
      <fieldset class="list">
        <legend>{label}</legend>
        {items.map((item, index) => (
          <div key={index} class="list-item">
            <FieldInput
              field={{ ...field.item, name: field.item.name || one }}
              value={item}
              denoms={denoms}
              onChange={next => onChange(items.map((before, at) => (at === index ? next : before)))}
            />
            <button
              type="button"
              class="quiet-button"
              aria-label={`Remove ${one.toLowerCase()} ${index + 1}`}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            >
              Remove
            </button>
          </div>
        ))}
        <button
          type="button"
          class="quiet-button"
          onClick={() => onChange([...items, emptyValue(field.item)])}
        >
          Add to {label.toLowerCase()}
        </button>
      </fieldset>
    )
  }
  if (field.kind === 'object') {
    const given = Object(value) as { readonly [name: string]: FormValue }
    return (
      <fieldset class="nested">
        <legend>{label}</legend>
        {field.fields.map(inner => (
          <FieldInput
            key={inner.name}
            field={inner}
            value={given[inner.name] ?? emptyValue(inner)}
            denoms={denoms}
            onChange={next => onChange({ ...given, [inner.name]: next })}
          />
        ))}
      </fieldset>
    )
  }
  if (field.kind === 'coin') return <CoinInput {...{ label, value, denoms, onChange }} />
  return (
    <TypedField
      label={label}
      value={String(value)}
      list={LISTED.includes(field.name) ? `known-${field.name}` : undefined}
      inputMode={field.kind === 'amount' || field.kind === 'whole' ? 'decimal' : undefined}
      placeholder={field.kind === 'time' ? '2026-01-31T00:00:00Z' : HINTS[field.name]}
      onTyped={onChange}
    />
  )
}
