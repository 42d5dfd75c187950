import * as z from 'zod/mini'

/** True or false; false when left out. */
export const flag = z._default(z.boolean(), false)
