/** @jsxImportSource preact */
import type { Denoms } from '../parts/amounts.tsx'
import { FieldInput } from './FieldInput.tsx'
import { emptyValue, type Field, type FormType, type FormValue, formOf, messageValue } from './formFields.ts'
import { nameOf, packageOf, USUAL } from './messageNames.ts'

/** A message in the making. */
export type Draft = { readonly typeUrl: string; readonly value: unknown }

/** What a message is to do, and a field for each of its fields. */
export function OneMessage({
  number,
  message,
  types,
  denoms,
  onChange,
}: {
  readonly number: number
  readonly message: Draft
  readonly types: readonly FormType[]
  readonly denoms: Denoms
  readonly onChange: (message: Draft | null) => void
}) {
  const packages = [...new Set(types.map(({ typeUrl }) => packageOf(typeUrl)))]
  const fields = types.find(({ typeUrl }) => typeUrl === message.typeUrl)?.fields ?? []
  const all: Field = { kind: 'object', name: '', fields }
  const form = formOf(all, message.value) as { readonly [name: string]: FormValue }
  return (
    <fieldset class="message-form">
      <legend>Message {number}</legend>
      <div class="row">
        <label class="grow">
          What to do
          <select
            value={message.typeUrl}
            onChange={event => onChange({ typeUrl: event.currentTarget.value, value: {} })}
          >
            <optgroup label="Often">
              {USUAL.map(typeUrl => (
                <option key={typeUrl} value={typeUrl}>
                  {nameOf(typeUrl)}
                </option>
              ))}
            </optgroup>
            {packages.map(name => (
              <optgroup key={name} label={name}>
                {types
                  .filter(({ typeUrl }) => packageOf(typeUrl) === name && !USUAL.includes(typeUrl))
                  .map(({ typeUrl }) => (
                    <option key={typeUrl} value={typeUrl}>
                      {nameOf(typeUrl)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="quiet-button"
          aria-label={`Remove message ${number}`}
          onClick={() => onChange(null)}
        >
          Remove
        </button>
      </div>
      {fields.map(field => (
        <FieldInput
          key={field.name}
          field={field}
          value={form[field.name] ?? emptyValue(field)}
          denoms={denoms}
          onChange={value =>
            onChange({
              typeUrl: message.typeUrl,
              value: messageValue(all, { ...form, [field.name]: value }) ?? {},
            })
          }
        />
      ))}
    </fieldset>
  )
}
