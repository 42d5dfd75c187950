/**
 * A script of the page, gzipped, as an address that a worker can be started from. Browsers check no hash of a worker: it is checked here, and what runs is the
 * text that was checked.
 */
export function sealedScript(file: string, integrity: string): Promise<string> {
  const known = addresses.get(file)
  if (known !== undefined) return known
  const address = fetch(file, { integrity }).then(async answer => {
    if (!answer.ok || answer.body === null) throw new Error(`${file}: ${answer.status}`)
    const text = await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).text()
    return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  })
  addresses.set(file, address)
  // The next call asks again.
  address.catch(() => addresses.delete(file))
  return address
}

const addresses = new Map<string, Promise<string>>()
