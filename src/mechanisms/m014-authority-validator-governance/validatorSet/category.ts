import { RegenError } from '../../../primitives/errors.ts'
import { CATEGORY_UNKNOWN } from '../../../primitives/errorTable.ts'
import { CATEGORIES, type Category } from '../params.ts'

/** What else the documents call the three categories, in lower case and in the singular. */
const ALIASES: { readonly [category in Category]: readonly string[] } = {
  infrastructure_builders: ['infrastructure_builder', 'infrastructure', 'builder'],
  trusted_refi_partners: ['trusted_refi_partner', 'trusted_partner', 'refi_partner', 'partner'],
  ecological_data_stewards: ['ecological_data_steward', 'data_steward', 'ecological_steward', 'steward'],
}

/**
 * Reads a category in any of its spellings: 'InfrastructureBuilder', 'trusted-refi-partners', 'data steward'.
 *
 * @example
 * parseCategory('InfrastructureBuilder') // 'infrastructure_builders'
 * parseCategory('data steward') // 'ecological_data_stewards'
 */
export function parseCategory(text: string): Category {
  const name = text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()
    .replace(/s$/, '')
  const category = CATEGORIES.find(category => ALIASES[category].includes(name))
  if (category === undefined)
    throw new RegenError(CATEGORY_UNKNOWN, { input: text.slice(0, 80), expected: CATEGORIES.join(', ') })
  return category
}
