import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { documentAt, toPriceReadings, type UrlOptions } from '../../src/oracles/index.ts'

/** Addresses that answer as they should not. */

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Reads a document at a server that answers like this. */
async function read(answer: RequestListener, options: UrlOptions = {}) {
  server = createServer(answer)
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return documentAt(`http://127.0.0.1:${port}/prices?key=secret`, options).read()
}

const refused = (reason: RegExp) =>
  expect.objectContaining({
    code: 'SOURCE_UNREADABLE',
    message: expect.stringMatching(
      new RegExp(`^The source http://127\\.0\\.0\\.1:\\d+ cannot be read: ${reason.source}`),
    ),
  })

test('what is answered is the document; of the address, only scheme and host are told', async () => {
  const { from, data } = await read((_, response) => response.end('class,price\nC01,25REGEN'))
  expect(from).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(data).toEqual({ rows: [{ class: 'C01', price: '25REGEN' }] })
})

test('a server that hangs is given up, before its head and in its middle', async () => {
  const after = (_: number, run: () => void) => {
    const soon = setImmediate(run)
    return () => clearImmediate(soon)
  }
  const soon = { clock: { now: () => 0, after } }
  const reason = refused(/no whole answer within 15000 ms/)
  await expect(read(() => {}, soon)).rejects.toEqual(reason)
  await expect(read((_, response) => response.write('class,'), soon)).rejects.toEqual(reason)
})

test('no redirect is followed, not even to the same place', async () => {
  const asked: string[] = []
  const elsewhere: RequestListener = ({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(302, { location: '/other' }).end()
  }
  await expect(read(elsewhere)).rejects.toEqual(refused(/it sends elsewhere/))
  expect(asked).toEqual(['/prices?key=secret'])
})

test('of an answer of 100 MB no more than the limit is read', async () => {
  let sent = 0
  const endless: RequestListener = (_, response) => {
    const piece = Buffer.alloc(1_000_000, 'C')
    const more = () => {
      while (sent < 100_000_000 && response.write(piece)) sent += piece.length
      response.once('drain', more)
    }
    more()
  }
  await expect(read(endless, { answerLimit: 2_000_000 })).rejects.toEqual(
    refused(/its answer is longer than 2000000 bytes/),
  )
  expect(sent).toBeLessThan(50_000_000)
})

test.each([404, 500, 304])('status %d is no document', async status => {
  await expect(read((_, response) => response.writeHead(status).end())).rejects.toEqual(
    refused(/HTTP status|it sends/),
  )
})

test('a connection that breaks, and a call that is aborted, say so', async () => {
  await expect(read(({ socket }) => socket.destroy())).rejects.toEqual(refused(/no connection/))
  await expect(read(() => {}, { signal: AbortSignal.abort() })).rejects.toEqual(
    refused(/the call was aborted/),
  )
})

test('an answer that is a page for people is no list of prices', async () => {
  const document = await read((_, response) => response.end('<html>\n<body>Hello'))
  expect(() => toPriceReadings(document)).toThrow(/expected the columns class,price/)
  await expect(read((_, response) => response.end('{ "error": oops }'))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
})
