/** Text from elsewhere, fit for a sentence: without control or direction characters, and not endless. */
export const sanitize = (text: string): string => {
  const shown = text.slice(0, 200).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
  return shown.length > 140 ? `${shown.slice(0, 140)}…` : shown
}
