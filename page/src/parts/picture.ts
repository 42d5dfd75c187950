/** A line above a picture, and the name of its colour. */
export type Said = readonly [text: string, color: string]

/** A chart as a file that stands alone: on the page's own ground, whatever lies behind it later, with what it shows above it. */
export function pictureOf(chart: HTMLCanvasElement, said: readonly Said[]): Promise<Blob | null> {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
  // Charts are drawn in as many dots as the screen has.
  const dots = chart.width / chart.clientWidth
  const line = Math.round(20 * dots)
  const margin = Math.round(12 * dots)
  const top = margin + said.length * line
  const picture = document.createElement('canvas')
  picture.width = chart.width
  picture.height = top + chart.height
  const pen = picture.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  pen.fillStyle = color('card')
  pen.fillRect(0, 0, picture.width, picture.height)
  pen.textBaseline = 'middle'
  said.forEach(([text, name], at) => {
    pen.font = `${at === 0 ? 600 : 400} ${Math.round(13 * dots)}px system-ui, sans-serif`
    pen.fillStyle = color(name)
    pen.fillText(text, margin, margin + (at + 0.5) * line, picture.width - 2 * margin)
  })
  pen.drawImage(chart, 0, top)
  return new Promise(resolve => picture.toBlob(resolve))
}
