/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { coinText, type Denoms } from '../parts/amounts.tsx'
import { TypedField } from '../parts/TypedField.tsx'
import type { FormValue } from './formFields.ts'

/** An amount in the smallest unit, as a message has it, and beside it as people write it. */
export function CoinInput({
  label,
  value,
  denoms,
  onChange,
}: {
  readonly label: string
  readonly value: FormValue
  readonly denoms: Denoms
  readonly onChange: (value: FormValue) => void
}) {
  const { denom, amount } = Object(value) as { readonly denom: string; readonly amount: string }
  const listed = denoms === 'unknown' ? [] : denoms
  const names = [...new Set([...listed.map(({ bankDenom }) => bankDenom), 'uregen', denom])]
  return (
    <div class="coin" role="group" aria-label={label}>
      <TypedField
        label={`${label}, smallest units`}
        value={amount}
        inputMode="numeric"
        onTyped={typed => onChange({ denom, amount: typed })}
      />
      <label>
        <span class="visually-hidden">{label}, </span>denom
        <select value={denom} onChange={event => onChange({ denom: event.currentTarget.value, amount })}>
          {names.map(name => (
            <option key={name} value={name}>
              {sanitize(listed.find(({ bankDenom }) => bankDenom === name)?.displayDenom ?? name)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{/^\d{1,40}$/.test(amount) ? `= ${coinText(BigInt(amount), denom, denoms)}` : ''}</p>
    </div>
  )
}
