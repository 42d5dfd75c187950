import { crc32, deflateSync } from 'node:zlib'

/** At most so many colours: a page has few, and the rest are the edges of its letters. */
const COLOURS = 48

/**
 * Pixels (red, green, blue, alpha) as a PNG of few colours, every pixel the nearest of them.
 * @see https://www.w3.org/TR/png-3/
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const counts = new Map<number, number>()
  const colours = Array.from({ length: width * height }, (_, at) => roundedAt(pixels, at * 4))
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf(counts)
  const nearest = new Map([...counts.keys()].map(colour => [colour, nearestTo(colour, palette)]))
  const lines = Buffer.alloc(height * (width + 1))
  // Each line begins with the number of its filter: 0, none.
  for (const [at, colour] of colours.entries())
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = nearest.get(colour) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits for a pixel, colours by palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Again and again the colour that would be missed most: how often it is there × how far, squared, it is from those that were taken. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = []
  const missed = new Map([...counts].map(([colour, count]) => [colour, count * 3 * 255 ** 2]))
  while (palette.length < Math.min(COLOURS, counts.size)) {
    const [next] = [...missed].reduce((most, one) => (one[1] > most[1] ? one : most))
    palette.push(next)
    for (const [colour, loss] of missed)
      missed.set(colour, Math.min(loss, (counts.get(colour) ?? 0) * squaredDistance(colour, next)))
  }
  return palette
}

/** A colour as one number, its parts to the nearest of 64 steps, and white as white. */
function roundedAt(pixels: Uint8Array, at: number): number {
  const part = (offset: number) => Math.min(255, Math.round((pixels[at + offset] ?? 0) / 4) * 4)
  return part(0) * 65_536 + part(1) * 256 + part(2)
}

const partsOf = (colour: number): readonly number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

const squaredDistance = (a: number, b: number): number => {
  const other = partsOf(b)
  return partsOf(a).reduce((sum, part, index) => sum + (part - (other[index] ?? 0)) ** 2, 0)
}

function nearestTo(colour: number, palette: readonly number[]): number {
  const distances = palette.map(other => squaredDistance(colour, other))
  return distances.indexOf(Math.min(...distances))
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
