import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../../src/messages/message.ts'
import { type Failure, failureOf } from '../parts/notice.tsx'
import { connectWallet, type Wallet, walletsHere } from './wallets.ts'

/** What wallets say when their owner chooses another account. */
const OTHER_ACCOUNT = ['keplr_keystorechange', 'leap_keystorechange']

/**
 * The wallets of this browser, and the one that is connected. Where its owner chooses another account it is to be connected again:
 * `isChanged` says so.
 */
export function useWallet(chainId: string, messages: readonly Message[]) {
  const [names, setNames] = useState<readonly string[]>(walletsHere)
  const [wallet, setWallet] = useState<Wallet | null>(null)
  const [isConnecting, setIsConnecting] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  const [isChanged, setIsChanged] = useState(false)
  // Which answer of a wallet is waited for: of an older account none is.
  const waiting = useRef<object | null>(null)
  useEffect(() => {
    // Wallets put themselves into the page a moment after it has opened; how long that is, nobody knows.
    const look = () =>
      setNames(before => {
        const found = walletsHere()
        return found.join() === before.join() ? before : found
      })
    const changed = () => {
      look()
      setIsChanged(wallet !== null || waiting.current !== null)
      setWallet(null)
      setIsConnecting(false)
      waiting.current = null
    }
    const timer = setInterval(look, 800)
    for (const event of OTHER_ACCOUNT) addEventListener(event, changed)
    return () => {
      clearInterval(timer)
      for (const event of OTHER_ACCOUNT) removeEventListener(event, changed)
    }
  }, [wallet])
  const connect = async (name: string) => {
    if (waiting.current !== null) return
    const asked = {}
    waiting.current = asked
    setIsConnecting(true)
    setProblem(null)
    setIsChanged(false)
    const unlessOlder = (next: () => void) => {
      if (waiting.current !== asked) return
      waiting.current = null
      setIsConnecting(false)
      next()
    }
    await connectWallet(name, chainId, messages).then(
      connected => unlessOlder(() => setWallet(connected)),
      (error: unknown) => unlessOlder(() => setProblem(failureOf(error))),
    )
  }
  return { names, wallet, isConnecting, isChanged, problem, connect }
}
