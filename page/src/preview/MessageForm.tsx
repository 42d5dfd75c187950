/** @jsxImportSource preact */
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { useAsync } from '../ledger/useAsync.ts'
import { coinText, type Denoms } from '../parts/amounts.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { askPreview } from './ask.ts'
import {
  emptyValue,
  type Field,
  type FormType,
  type FormValue,
  formOf,
  labelOf,
  messageValue,
} from './formFields.ts'

/** A message in the making. */
type Draft = { readonly typeUrl: string; readonly value: unknown }

/** Messages that people send; all others follow by package. */
const USUAL = [
  '/regen.ecocredit.marketplace.v1.MsgBuyDirect',
  '/regen.ecocredit.marketplace.v1.MsgSell',
  '/regen.ecocredit.v1.MsgRetire',
  '/regen.ecocredit.v1.MsgSend',
  '/regen.ecocredit.v1.MsgCreateBatch',
  '/regen.ecocredit.v1.MsgCreateClass',
  '/cosmos.bank.v1beta1.MsgSend',
]

const nameOf = (typeUrl: string): string =>
  labelOf(
    typeUrl
      .slice(typeUrl.lastIndexOf('.') + 1)
      .replace(/^Msg/, '')
      .replace(/^./, letter => letter.toLowerCase()),
  )

const packageOf = (typeUrl: string): string => typeUrl.slice(1, typeUrl.lastIndexOf('.'))

/** The messages of a transaction, one form each, made from the schemas that the package checks them with. */
export function MessageForm({
  messages,
  snapshot,
  onChange,
}: {
  readonly messages: readonly Draft[]
  readonly snapshot: LedgerSnapshot | null
  readonly onChange: (messages: readonly Draft[]) => void
}) {
  const { value: forms, failure, retry } = useAsync('forms', signal => askPreview('forms', [], { signal }))
  const change = (index: number, message: Draft | null) =>
    onChange(
      messages.flatMap((before, at) => (at === index ? (message === null ? [] : [message]) : [before])),
    )
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />
  if (forms === null) return <p role="status">Opening the forms …</p>
  const ledger = snapshot ?? forms.snapshot
  return (
    <div class="forms">
      <Suggestions snapshot={ledger} />
      {messages.map((message, index) => (
        <OneMessage
          key={`${index} ${message.typeUrl}`}
          number={index + 1}
          message={message}
          types={forms.types}
          denoms={ledger.settings.allowedDenoms}
          onChange={next => change(index, next)}
        />
      ))}
      <button type="button" onClick={() => onChange([...messages, { typeUrl: USUAL[0] ?? '', value: {} }])}>
        Add a message
      </button>
    </div>
  )
}

/** What the ledger knows, offered while typing. */
function Suggestions({ snapshot }: { readonly snapshot: LedgerSnapshot }) {
  const lists: { readonly [id: string]: readonly string[] } = {
    batchDenom: snapshot.batches.map(({ denom }) => denom),
    classId: snapshot.creditClasses.map(({ id }) => id),
    projectId: snapshot.projects.map(({ id }) => id),
    sellOrderId: snapshot.sellOrders.map(({ id }) => id),
    basketDenom: snapshot.baskets.map(({ denom }) => denom),
  }
  return (
    <>
      {Object.entries(lists).map(([id, values]) => (
        <datalist key={id} id={`known-${id}`}>
          {values.map(value => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </>
  )
}

const LISTED = ['batchDenom', 'classId', 'projectId', 'sellOrderId', 'basketDenom']

function OneMessage({
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

const HINTS: { readonly [name: string]: string } = {
  jurisdiction: 'US-WA',
  retirementJurisdiction: 'US-WA',
  quantity: '2.5',
  tradableAmount: '0',
  retiredAmount: '0',
}

function FieldInput({
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
    <label>
      {label}
      <input
        value={String(value)}
        list={LISTED.includes(field.name) ? `known-${field.name}` : undefined}
        inputMode={field.kind === 'amount' || field.kind === 'whole' ? 'decimal' : undefined}
        spellcheck={false}
        autocomplete="off"
        placeholder={field.kind === 'time' ? '2026-01-31T00:00:00Z' : HINTS[field.name]}
        onChange={event => onChange(event.currentTarget.value.trim())}
      />
    </label>
  )
}

function CoinInput({
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
      <label>
        {label}, smallest units
        <input
          value={amount}
          inputMode="numeric"
          spellcheck={false}
          autocomplete="off"
          onChange={event => onChange({ denom, amount: event.currentTarget.value.trim() })}
        />
      </label>
      <label>
        <span class="visually-hidden">{label}, </span>denom
        <select value={denom} onChange={event => onChange({ denom: event.currentTarget.value, amount })}>
          {names.map(name => (
            <option key={name} value={name}>
              {listed.find(({ bankDenom }) => bankDenom === name)?.displayDenom ?? name}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{/^\d{1,40}$/.test(amount) ? `= ${coinText(BigInt(amount), denom, denoms)}` : ''}</p>
    </div>
  )
}
