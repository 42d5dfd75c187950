/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { emptyOf, type InputProps, type Shape, type Values } from './shape.ts'

/** Each of them has a control of its own, `Item`. */
type Of<Kind extends Shape['kind']> = InputProps<Extract<Shape, { readonly kind: Kind }>> & {
  readonly Item: ComponentType<InputProps>
}

/** Several answers in an order: each can be moved up and removed, and another one added. */
export function ListInput({ label, shape: { item }, value, onValue, Item }: Of<'list'>) {
  const entries = Array.isArray(value) ? (value as readonly unknown[]) : []
  return (
    <ol class="entries" aria-label={label}>
      {entries.map((entry, index) => (
        <li key={index}>
          <Item
            label={`${label}, ${index + 1}`}
            shape={item}
            value={entry}
            onValue={next => onValue(entries.with(index, next))}
          />
          <p class="row">
            {index === 0 ? null : (
              <button
                type="button"
                class="quiet-button"
                aria-label={`Move entry ${index + 1} of ${label} up`}
                onClick={() => onValue(entries.toSpliced(index, 1).toSpliced(index - 1, 0, entry))}
              >
                Up
              </button>
            )}
            <button
              type="button"
              class="quiet-button"
              aria-label={`Remove entry ${index + 1} of ${label}`}
              onClick={() => onValue(entries.toSpliced(index, 1))}
            >
              Remove
            </button>
          </p>
        </li>
      ))}
      <li>
        <button type="button" class="quiet-button" onClick={() => onValue([...entries, emptyOf(item)])}>
          Add to {label.toLowerCase()}
        </button>
      </li>
    </ol>
  )
}

/** Answers by name: a name can be added with a value of its own, and removed. */
export function RecordInput({ label, shape: { names, value: of }, value, onValue, Item }: Of<'record'>) {
  const [name, setName] = useState('')
  const entries = Object(value) as Values
  const isNew = name !== '' && !Object.hasOwn(entries, name)
  return (
    <div class="entries" role="group" aria-label={label}>
      {Object.entries(entries).map(([key, entry]) => (
        <div key={key} class="named-entry">
          <span class="code" aria-hidden="true">
            {key}
          </span>
          <Item label={key} shape={of} value={entry} onValue={next => onValue({ ...entries, [key]: next })} />
          <button
            type="button"
            class="quiet-button"
            aria-label={`Remove ${key} of ${label}`}
            onClick={() =>
              onValue(Object.fromEntries(Object.entries(entries).filter(([old]) => old !== key)))
            }
          >
            Remove
          </button>
        </div>
      ))}
      <div class="named-entry">
        {names === null ? (
          <input
            aria-label={`A new name in ${label}`}
            placeholder="name"
            value={name}
            spellcheck={false}
            autocomplete="off"
            onInput={event => setName(event.currentTarget.value.trim())}
          />
        ) : (
          <select
            aria-label={`A new name in ${label}`}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          >
            <option value="">choose</option>
            {names.map(known => (
              <option key={known} value={known}>
                {known}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          class="quiet-button"
          disabled={!isNew}
          onClick={() => {
            onValue({ ...entries, [name]: emptyOf(of) })
            setName('')
          }}
        >
          Add
        </button>
      </div>
    </div>
  )
}
