import stringWidth from 'fast-string-width'
import { DAY } from '../../primitives/time.ts'
import { isStyled, unstyled } from './ink.ts'

/** Of more digits than that nobody reads one by one; the largest amount of 256 bits has 78. */
const MAX_DIGITS = 80

/** A text in which a number of hundreds of digits is its first and last ones, and how many there are. */
export const readable = (text: string): string =>
  text.replace(/\d+/g, digits =>
    digits.length <= MAX_DIGITS
      ? digits
      : `${digits.slice(0, 12)}…${digits.slice(-6)} (${digits.length} digits)`,
  )

/** Characters of one column each: what nearly all of our lines are made of, and need no table of Unicode for. */
const NARROW = /^[\x20-\x7e×…–—−→]*$/

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number =>
  NARROW.test(text) ? text.length : stringWidth(unstyled(text))

/** A text in lines of at most so many columns: ended at a space, else after a comma, a colon, a dot or a slash. */
export const wrap = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => (isStyled(line) ? wrapWords(line, width) : wrapLine(line, width)))
    .join('\n')

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let start = 0
  for (;;) {
    const fits = start + lengthThatFits(line, start, width)
    if (fits >= line.length) return [...lines, line.slice(start)]
    const piece = line.slice(start, fits + 1)
    const end = start + endOfLine(piece, fits - start)
    lines.push(line.slice(start, end).trimEnd())
    start = end
    while (line[start] === ' ') start++
  }
}

/** How many characters of a text, from a place on, fit into a width; at least one. */
function lengthThatFits(text: string, start: number, width: number): number {
  let [end, taken] = [start, 0]
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0)
    taken += widthOf(character)
    if (taken > width && end > start) break
    end += character.length
  }
  return end - start
}

/** Where a line ends; a number is not cut at its decimal point. */
function endOfLine(text: string, width: number): number {
  const space = text.lastIndexOf(' ', width)
  if (space > 0) return space
  const ends = [
    ...[',', ':', '/', '-'].map(mark => text.lastIndexOf(mark, width - 1) + 1),
    text.slice(0, width).search(/\.(?!\d)[^.]*$/) + 1,
  ]
  return ends.find(end => end > width / 3) ?? width
}

/** A styled line is ours, of short words: it ends at spaces only. */
function wrapWords(line: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const FRAME = /^[│┌└├]/
/** What a continued line stands under: after '- ', '1.2  ' or 'Label    '. */
const HANGING = /^( *(?:- |[\d.]{1,9} {2}|[A-Z][\w ,]{0,20} {2,}(?=\S))?)/

/** JSON, which a program reads or somebody signs: never broken. */
const MACHINE = /^\s*(?:[{[]|"[\w$@]+":|[\]}])/

/** Lines of at most so many columns; tables have been fitted before. Null: no terminal, every line as long as it is. */
export const fitLines = (text: string, columns: number | null): string =>
  columns === null
    ? text
    : text
        .split('\n')
        .map(line =>
          FRAME.test(line) || MACHINE.test(line) || widthOf(line) <= columns ? line : hang(line, columns),
        )
        .join('\n')

function hang(line: string, columns: number): string {
  const [lead = ''] = isStyled(line) ? [''] : (HANGING.exec(line) ?? [''])
  const indent = lead.length < columns / 2 ? lead : ''
  const [first = '', ...more] = wrap(line.slice(indent.length), columns - indent.length).split('\n')
  return [indent + first, ...more.map(part => ' '.repeat(indent.length) + part)].join('\n')
}

/** '1 request', '2 requests'. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** How old a price is, in whole days; null: it is today’s. */
export const daysOld = (seconds: bigint | null): string =>
  seconds === null ? 'now' : `${counted(Number(seconds / DAY), 'day')} old`

/** 'regen1crv…hl60x': the beginning and the end of a long name. */
export const shorten = (name: string): string =>
  name.length > 24 ? `${name.slice(0, 9)}…${name.slice(-6)}` : name

/** Lines of a label and what it is, one under the other. */
export const labelled = (lines: readonly (readonly [label: string, text: string])[]): readonly string[] => {
  const width = lines.reduce((most, [label]) => Math.max(most, label.length), 0) + 2
  return lines.map(([label, text]) => `${label.padEnd(width)}${text}`)
}
