import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export const VIEWS = ['preview', 'market', 'network', 'policy', 'fund'] as const
export type View = (typeof VIEWS)[number]

/** What the address says: a view, and its state by name. Node addresses are never part of it. */
export type Route = { readonly view: View; readonly state: { readonly [name: string]: string } }

/** '#/market?class=C01' as a route; what is not understood is the first view. */
function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const view = VIEWS.find(name => name === path) ?? 'preview'
  return { view, state: Object.fromEntries(new URLSearchParams(query)) }
}

export function formatRoute({ view, state }: Route): string {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== '')).toString()
  return `#/${view}${query === '' ? '' : `?${query}`}`
}

/** Longer addresses are cut by mail programs and chats: state beyond it stays out of the address. */
const MAX_ADDRESS_LENGTH = 30_000

/** `go` makes an entry in the history, `stay` changes the one that is there. */
export type Navigation = {
  readonly route: Route
  readonly go: (view: View, state?: Route['state']) => void
  readonly stay: (state: Route['state']) => void
  /** As it is now, for what comes later than it was asked: what was drawn may be of an older address. */
  readonly now: () => Route
}

/** Whether an address can hold it: then a link and a reload show the same. */
export const fitsAddress = (route: Route): boolean => formatRoute(route).length <= MAX_ADDRESS_LENGTH

export function useRoute(): Navigation {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  const now = useRef(route)
  // Before anything else runs: an address that changes between the first drawing and its effects is followed too.
  useLayoutEffect(() => {
    const follow = () => {
      now.current = parseRoute(location.hash)
      setRoute(now.current)
    }
    addEventListener('hashchange', follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  const put = (next: Route, how: 'pushState' | 'replaceState') => {
    if (fitsAddress(next)) history[how](null, '', formatRoute(next))
    now.current = next
    setRoute(next)
  }
  return {
    route,
    go: (view, state = {}) => {
      put({ view, state }, 'pushState')
      // Another view is read from its top.
      if (view !== route.view) scrollTo(0, 0)
    },
    stay: state => {
      // What comes after its view was left changes no other one.
      if (now.current.view === route.view) put({ view: route.view, state }, 'replaceState')
    },
    now: () => now.current,
  }
}

/** Any text as letters that an address can hold. */
export const packText = (text: string): string => {
  const bytes = Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join('')
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The text again; null for what nobody packed. */
export function unpackText(packed: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), letter =>
      letter.charCodeAt(0),
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
