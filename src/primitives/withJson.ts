import type { Json } from './canonical.ts'

/**
 * The same object, which JSON.stringify prints in the form of its JSON function: amounts are bigints, which it refuses otherwise.
 *
 * Nothing else sees that: comparing, copying, spreading and structuredClone have the plain data. A part taken out of it, or a copy,
 * is printed with the JSON function itself.
 */
export const withJson = <T extends object>(value: T, toJson: (value: T) => Json): T =>
  Object.defineProperty(value, 'toJSON', { value: () => toJson(value), configurable: true })
