/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { SourceBar } from './chain/SourceBar.tsx'
import { type Source, storedSource, storeSource } from './chain/source.ts'
import { ExplanationHost } from './parts/explain.tsx'
import { type Failure, NOT_LOADED } from './parts/failure.ts'
import { FailureNotice } from './parts/notice.tsx'
import { PreviewView } from './preview/PreviewView.tsx'
import { UnderWay } from './preview/UnderWay.tsx'
import { formatRoute, useRoute, VIEWS, type View } from './route.ts'
import type { ViewProps } from './viewProps.ts'

const NAMES: { readonly [view in View]: string } = {
  preview: 'Preview',
  market: 'Market',
  network: 'Network',
  policy: 'Policy',
  fund: 'Fund',
}

/** Views that are loaded when they are opened. */
const LATER: { readonly [view in Exclude<View, 'preview'>]?: () => Promise<ComponentType<ViewProps>> } = {
  market: async () => (await import('./market/MarketView.tsx')).MarketView,
  network: async () => (await import('./network/NetworkView.tsx')).NetworkView,
  policy: async () => (await import('./policy/PolicyView.tsx')).PolicyView,
  fund: async () => (await import('./fund/FundView.tsx')).FundView,
}

const OFFERED = VIEWS.filter(view => view === 'preview' || LATER[view] !== undefined)

export function App() {
  const navigation = useRoute()
  const [source, setSource] = useState<Source>(storedSource)
  const main = useRef<HTMLElement>(null)
  const { view } = navigation.route
  useLayoutEffect(() => {
    document.title = `${NAMES[view]} · regen-fees`
  }, [view])
  const choose = (chosen: Source) => {
    storeSource(chosen)
    setSource(chosen)
  }
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={event => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        To the content
      </a>
      <header class="top">
        <p class="brand">
          <Leaf />
          regen-fees
        </p>
        <nav aria-label="Views">
          <ul>
            {OFFERED.map(name => (
              <li key={name}>
                <a
                  href={formatRoute({ view: name, state: {} })}
                  aria-current={name === view ? 'page' : undefined}
                >
                  {NAMES[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SourceBar source={source} onChoose={choose} />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <UnderWay route={navigation.route} />
        <ShownView view={view} source={source} navigation={navigation} />
      </main>
      <footer class="bottom">
        <p>
          Everything is computed in this browser by the functions of the package regen-fees. Nothing is sent
          anywhere but to the node that you choose, and nobody will ever ask you for the words of your wallet.
        </p>
      </footer>
      <ExplanationHost />
    </>
  )
}

function ShownView({ view, ...props }: ViewProps & { readonly view: View }) {
  const [found, setFound] = useState<{ view: View; Component: ComponentType<ViewProps> } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    const load = view === 'preview' ? undefined : LATER[view]
    let isOver = false
    setFailure(null)
    load?.().then(
      Component => {
        if (!isOver) setFound({ view, Component })
      },
      () => {
        if (!isOver) setFailure(NOT_LOADED)
      },
    )
    return () => {
      isOver = true
    }
  }, [view])
  if (view === 'preview') return <PreviewView {...props} />
  if (failure !== null) return <FailureNotice failure={failure} />
  if (found?.view !== view)
    return (
      <p class="boot" role="status">
        Opening …
      </p>
    )
  return <found.Component {...props} />
}

const Leaf = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#14532d" />
    <path
      d="M8 23c0-9 6-14 16-14 0 10-5 15-13 15"
      fill="none"
      stroke="#8fe0ad"
      stroke-width="2.6"
      stroke-linecap="round"
    />
    <path d="M8 25c2-6 6-9 11-11" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" />
  </svg>
)
