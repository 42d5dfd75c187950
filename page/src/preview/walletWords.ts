/** As many words, and of the form, of those that a wallet is made from. */
export const looksLikeWords = (text: string): boolean =>
  /^\s*[a-z]{3,8}(?:\s+[a-z]{3,8}){11,23}\s*$/i.test(text)
