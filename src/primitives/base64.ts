/** The bytes of base64 text, by the platform's own reader; throws when it is none. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0))
