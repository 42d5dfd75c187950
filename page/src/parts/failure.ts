/** An error of ours or of anybody, as text. */
export type Failure = { readonly code: string; readonly message: string }

export const failureOf = (error: unknown): Failure => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  return {
    code: typeof code === 'string' ? code : 'UNEXPECTED',
    message: typeof message === 'string' ? message : String(error),
  }
}

/** What the browser says of a script that it could not load, or whose hash is another, is different in each. */
export const NOT_LOADED: Failure = {
  code: 'UNEXPECTED',
  message: 'A part of the page did not load, or is not the one that the page was made with. Reload it.',
}
