import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentPolicy, headersFor } from './headers.ts'

const TYPES: { readonly [end: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
}

/** The page on loopback; `close` stops it, with connections that are open. */
export type ServedPage = { readonly url: string; readonly close: () => Promise<void> }

/**
 * Serves the files of a folder on 127.0.0.1, and nothing else: they are listed once, and only their names are answered. `port` 0 is any free one.
 */
export async function servePage(folder: string, port: number): Promise<ServedPage> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(file => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  )
  const packed = packingOf()
  const headers = headersFor(policyOf(files.get('/index.html')))
  const server = createServer((request, response) => {
    const { method, url = '/' } = request
    const path = url.replace(/[?#].*$/, '')
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file === undefined || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, headers).end()
      return
    }
    const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const isPacked = takesGzip(String(request.headers['accept-encoding'] ?? ''))
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      vary: 'accept-encoding',
      ...(isPacked && { 'content-encoding': 'gzip' }),
    })
    response.end(method === 'HEAD' ? undefined : isPacked ? packed(file) : readFileSync(file))
  })
  await listening(server, port)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Whether an `accept-encoding` names gzip, and not with a weight of zero, which refuses it. */
const takesGzip = (accepted: string): boolean =>
  accepted.split(',').some(one => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/i.test(one))

/** A file gzipped, for who reads the page through a tunnel: a third of the bytes. Each is packed once. */
function packingOf(): (file: string) => Buffer {
  const known = new Map<string, Buffer>()
  return file => {
    const packed = known.get(file) ?? gzipSync(readFileSync(file))
    known.set(file, packed)
    return packed
  }
}

/** The content policy that the HTML states; without a page, one that runs nothing that stands in the HTML. */
const policyOf = (html: string | undefined): string =>
  /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
    html === undefined ? '' : readFileSync(html, 'utf8'),
  )?.[1] ?? contentPolicy([])

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
