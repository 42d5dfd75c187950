import type { Source } from './chain/source.ts'
import type { Navigation } from './route.ts'

/** What every view is given. */
export type ViewProps = { readonly source: Source; readonly navigation: Navigation }
