// WeChat has no AbortController and react-query makes one for every fetch. What it needs of it, and no more.

const makeSignal = () => {
  const listeners = new Set()
  return {
    aborted: false,
    reason: undefined,
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    throwIfAborted() {
      if (this.aborted) throw this.reason
    },
    tell() {
      for (const listener of listeners) listener({ type: 'abort', target: this })
      listeners.clear()
    },
  }
}

// eslint-disable-next-line no-restricted-syntax -- the platform's own shape: it is called with `new`
export class AbortController {
  signal = makeSignal()

  abort(reason = new Error('aborted')) {
    if (this.signal.aborted) return
    Object.assign(this.signal, { aborted: true, reason })
    this.signal.tell()
  }
}
