import { RegenError } from '../../primitives/errors.ts'
import { SIGN_REQUEST_REFUSED } from '../../primitives/errorTable/sending.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { faultOf } from '../../wire/wireFormat.ts'

/** A request that is not shown, because what would be shown could differ from what is signed. */
export const refuse = (reason: string, cause?: unknown) =>
  new RegenError(SIGN_REQUEST_REFUSED, { reason }, { cause })

/** Runs `read`; whatever it throws is a refusal that names the reason. */
export function orRefuse<Result>(what: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof RegenError && error.code === 'SIGN_REQUEST_REFUSED') throw error
    throw refuse(`${what}: ${sanitize(faultOf(error))}`, error)
  }
}
