/** An error of ours or of anybody, as text. */
export type Failure = { readonly code: string; readonly message: string }

export const failureOf = (error: unknown): Failure => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  return {
    code: typeof code === 'string' ? code : 'UNEXPECTED',
    message: typeof message === 'string' ? message : String(error),
  }
}
