import { bundledText } from './bundledText.ts'

/**
 * The text of an example that comes with the package, by its name below `examples/`. Throws FILE_UNREADABLE for a name that none of them has.
 *
 * @example
 * JSON.parse(readExample('fund/quadratic.json')).id // 'example-quadratic'
 */
export const readExample = (name: string): string => bundledText('examples', name)
