import { readdirSync } from 'node:fs'
import { isMainThread, Worker } from 'node:worker_threads'

/**
 * Loaded before the command: gives it the signal STOP_WITH when it begins its fourth part. Where STOP_LATE_IN names the folder of the parts, it hears
 * of that only once this part is being written, as on a machine that is busy.
 */
const { STOP_WITH = '', STOP_LATE_IN = '' } = process.env
const PART = 4

if (isMainThread) {
  const { postMessage } = Worker.prototype
  let begun = 0
  Worker.prototype.postMessage = function (...message) {
    postMessage.apply(this, message)
    begun += 1
    if (begun === PART) process.kill(process.pid, STOP_WITH)
  }
  process.once(STOP_WITH, () => {
    while (STOP_LATE_IN !== '' && !isWritten());
  })
}

/** Its first file is there, whole or begun. */
const isWritten = () => readdirSync(STOP_LATE_IN).some(file => file.startsWith(`00000${PART - 1}.`))
