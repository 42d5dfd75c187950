/** Text from elsewhere, fit for a sentence: without control or direction characters, and not endless. */
export const sanitize = (text: string): string =>
  (text.length > 140 ? `${text.slice(0, 140)}…` : text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
