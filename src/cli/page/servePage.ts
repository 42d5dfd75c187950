import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { BundledFile, BundledFiles } from '../../bundled/bundledFiles.ts'
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

/** Serves files on 127.0.0.1, and nothing else: only their names are answered. `port` 0 is any free one. */
export async function servePage(files: BundledFiles, port: number): Promise<ServedPage> {
  const { createServer } = await import('node:http')
  const packed = packingOf()
  const headers = headersFor(policyOf(files.get('index.html')))
  const server = createServer((request, response) => {
    const { method, url = '/' } = request
    const path = url.replace(/[?#].*$/, '')
    const file = path.startsWith('/') ? files.get(path === '/' ? 'index.html' : path.slice(1)) : undefined
    if (file === undefined || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, headers).end()
      return
    }
    const type = TYPES[(path === '/' ? 'html' : path.split('.').at(-1)) ?? ''] ?? 'application/octet-stream'
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding =
      file.brotli !== null && takes('br', accepted) ? 'br' : takes('gzip', accepted) ? 'gzip' : null
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      vary: 'accept-encoding',
      ...(encoding !== null && { 'content-encoding': encoding }),
    })
    if (method === 'HEAD') response.end()
    else response.end(encoding === 'br' ? file.brotli : encoding === 'gzip' ? packed(file) : file.bytes())
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

/** Whether an `accept-encoding` names a packing, and not with a weight of zero, which refuses it. */
const takes = (packing: 'br' | 'gzip', accepted: string): boolean =>
  accepted
    .split(',')
    .some(one => new RegExp(`^\\s*${packing}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$)[\\d.]+\\s*)?$`, 'i').test(one))

/** A file gzipped, for who reads the page through a tunnel: a third of the bytes. Each is packed once. */
function packingOf(): (file: BundledFile) => Buffer {
  const known = new Map<BundledFile, Buffer>()
  return file => {
    const packed = known.get(file) ?? gzipSync(file.bytes())
    known.set(file, packed)
    return packed
  }
}

/** The content policy that the HTML states; without a page, one that runs nothing that stands in the HTML. */
const policyOf = (html: BundledFile | undefined): string =>
  /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html?.bytes().toString('utf8') ?? '')?.[1] ??
  contentPolicy([])

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
