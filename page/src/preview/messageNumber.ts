import type { MessagePreview } from '../../../src/preview/feePreview.ts'

/** Which message, as people count: '2', or inside it '2.1'. */
export const numberOf = ({ index, path }: Pick<MessagePreview, 'index' | 'path'>): string =>
  [index + 1, ...path.map(inner => inner + 1)].join('.')
