/** What a cell may be: numbers stay numbers for whoever reads the file. */
export type Cell = string | number | bigint

/**
 * Rows as CSV text (RFC 4180, lines end with a line feed, none at the end). A spreadsheet runs a cell that begins like a formula, and text of a chain may
 * begin so: an apostrophe stands before it, which makes it text. Numbers stay as they are, also those below zero, and so do exact fractions such as -1/3.
 */
export const csvText = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map(row => row.map(cellText).join(',')).join('\n')

function cellText(cell: Cell): string {
  const text = `${cell}`
  const safe = LIKE_A_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  // A semicolon and a tab divide cells in spreadsheets of other languages.
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** As spreadsheets see it: signs of any width, behind any white space. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

const NUMBER = /^[+-]?\d+(?:\/\d+|(?:\.\d+)?(?:e[+-]?\d+)?)$/i
