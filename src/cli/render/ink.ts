/**
 * Styles of text.
 *
 * A style is marked by characters of no width that nobody can guess, and becomes an escape code at the output only. So whatever
 * stands in a message, a memo or the answer of a node, it can neither colour nor hide anything.
 */
export type Ink = {
  readonly bold: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
}

/** Sixteen control characters between 0x0E and 0x1A, chosen anew in each run. */
const KEY = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
  String.fromCharCode(0x0e + (byte % 13)),
).join('')

/** A style by the character behind its mark, and its escape code. */
const CODES: { readonly [mark: string]: string } = {
  '\u0001': '\u001b[1m',
  '\u0002': '\u001b[22m',
  '\u0003': '\u001b[31m',
  '\u0004': '\u001b[33m',
  '\u0005': '\u001b[39m',
  '\u0006': '\u001b[32m',
}

const styled = (open: string, close: string) => (text: string) => `${KEY}${open}${text}${KEY}${close}`

const COLORS: Ink = {
  bold: styled('\u0001', '\u0002'),
  red: styled('\u0003', '\u0005'),
  yellow: styled('\u0004', '\u0005'),
  green: styled('\u0006', '\u0005'),
}

const asItIs = (text: string) => text
const PLAIN: Ink = { bold: asItIs, red: asItIs, yellow: asItIs, green: asItIs }

/** Colours, or none: `inkOf(colors).bold('…')`. */
export const inkOf = (colors: boolean): Ink => (colors ? COLORS : PLAIN)

/** Marks become escape codes; everything between them passes through `show`. */
export const paint = (text: string, show: (piece: string) => string): string =>
  text
    .split(KEY)
    .map((piece, index) => {
      const code = index === 0 ? undefined : CODES[piece.charAt(0)]
      return code === undefined ? show(piece) : code + show(piece.slice(1))
    })
    .join('')

/** True for text that carries a style. */
export const isStyled = (text: string): boolean => text.includes(KEY)

/** Text without its styles. */
export const unstyled = (text: string): string =>
  isStyled(text)
    ? text
        .split(KEY)
        .map((piece, index) => (index > 0 && CODES[piece.charAt(0)] !== undefined ? piece.slice(1) : piece))
        .join('')
    : text
