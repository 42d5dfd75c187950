/** Base64 by the platform's own functions. */

/** The bytes of a text; throws when it is none. White space in it and padding that is left out are passed over. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0))

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
