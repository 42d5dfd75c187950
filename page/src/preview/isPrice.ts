/** A price in REGEN as a reader states it. */
export const isPrice = (text: string): boolean => /^\d{1,30}(\.\d{1,6})?$/.test(text)
