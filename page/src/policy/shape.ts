/** What the answer to an open question may look like, as plain data: what a control of it is drawn from. */
export type Shape =
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  | { readonly kind: 'flag' | 'whole' | 'share' | 'uregen' | 'text' }
  | { readonly kind: 'optional'; readonly of: Shape }
  | { readonly kind: 'fields'; readonly fields: Fields }
  /** Values by name; with `names` only by these. */
  | { readonly kind: 'record'; readonly names: readonly string[] | null; readonly value: Shape }
  | { readonly kind: 'list'; readonly item: Shape }
  /** Settings by kind, each with fields of its own. */
  | { readonly kind: 'kinds'; readonly options: { readonly [kind: string]: Fields } }

export type Fields = { readonly [name: string]: Shape }

/** Values by name, as JSON has them. */
export type Values = { readonly [name: string]: unknown }

/** What a new entry begins with. */
export function emptyOf(shape: Shape): unknown {
  if (shape.kind === 'choice') return shape.names[0]
  if (shape.kind === 'flag') return false
  if (shape.kind === 'whole') return 1
  if (shape.kind === 'share' || shape.kind === 'uregen') return '0'
  if (shape.kind === 'optional') return null
  if (shape.kind === 'fields') return emptyFields(shape.fields)
  if (shape.kind === 'record') return {}
  if (shape.kind === 'list') return []
  if (shape.kind === 'kinds') return emptyKind(shape.options, Object.keys(shape.options)[0] ?? '')
  return ''
}

const emptyFields = (fields: Fields): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, emptyOf(shape)]))

/** The setting of a kind, its fields empty: a list among them with one entry, as none has none. */
export const emptyKind = (options: { readonly [kind: string]: Fields }, kind: string): Values => ({
  kind,
  ...Object.fromEntries(
    Object.entries(options[kind] ?? {}).map(([name, shape]) => [
      name,
      shape.kind === 'list' ? [emptyOf(shape.item)] : emptyOf(shape),
    ]),
  ),
})

/** Whether an answer is given with one touch, so that it counts at once; everything else is kept until it fits together. */
export const isSingle = ({ kind }: Shape): boolean =>
  ['choice', 'flag', 'whole', 'share', 'uregen', 'text'].includes(kind)

/** What a control of an answer is given. */
export type InputProps<S extends Shape = Shape> = {
  readonly label: string
  readonly shape: S
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}
