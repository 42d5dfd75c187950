/**
 * A script before the page: a study begins in its worker when it is stopped, and hears that after its first run. However quick the worker is, it is not
 * done before a test presses the button.
 */
export const STOPPED_FIRST = `{
  const { postMessage } = Worker.prototype
  const held = []
  Worker.prototype.postMessage = function (asked) {
    if (asked.method === 'study') return held.push(() => postMessage.call(this, asked))
    for (const begin of held.splice(0)) begin()
    postMessage.call(this, asked)
  }
}`
