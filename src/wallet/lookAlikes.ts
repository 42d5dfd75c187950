/** Letters of other alphabets, and digits, that are drawn like a Latin letter. */
const DRAWN_LIKE: { readonly [character: string]: string } = {
  ...pairs('аеорсухіѕԁɡոһјӏԛԝ', 'aeopcyxisdgnhjlqw'),
  ...pairs('ονιρυκετα', 'ovipuketa'),
  ...pairs('01358|!', 'oiesbii'),
  ...pairs('ⅼⅰ', 'li'),
}

function pairs(from: string, to: string): { readonly [character: string]: string } {
  const letters = [...to]
  return Object.fromEntries([...from].map((character, index) => [character, letters[index] ?? character]))
}

/** A text as the eye takes it: without case, accents and gaps, each letter as the Latin one it is drawn like. */
const skeleton = (text: string): string =>
  [
    ...text
      .normalize('NFKD')
      .replace(/[\p{M}\p{C}\p{Z}]/gu, '')
      .toLowerCase(),
  ]
    .map(character => DRAWN_LIKE[character] ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('l', 'i')

/** Whether two names differ and would be taken for one another: drawn alike, or one slip of the finger apart. */
export function looksLike(name: string, known: string): boolean {
  if (name === known || name.length > 200) return false
  const [a, b] = [skeleton(name), skeleton(known)]
  return a === b || (known.length >= 6 && isOneSlip(a, b)) || endsAlike(name, known)
}

/** One letter more, less, other, or two letters turned around. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a)
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (a.length < b.length) return restA === restB.slice(1)
  const swapped = restB.slice(1, 2) + restB.slice(0, 1) + restB.slice(2)
  return restA.slice(1) === restB.slice(1) || restA === swapped
}

/** Long names are shown by their beginnings and ends. */
export const endsAlike = (a: string, b: string): boolean =>
  a !== b &&
  a.length === b.length &&
  a.length > 32 &&
  a.slice(0, 9) === b.slice(0, 9) &&
  a.slice(-4) === b.slice(-4)
