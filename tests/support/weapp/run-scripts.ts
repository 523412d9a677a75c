import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What WeChat gives a script besides the language itself. */
export type Given = Record<'wx' | 'App' | 'Page' | 'Component' | 'Behavior' | 'getApp' | 'getCurrentPages', unknown>

/** Names a browser or Node knows and a mini program does not: code that leans on one must fail here as on a phone. */
const unknownNames = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self', 'parent'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'FormData', 'Blob', 'File', 'FileReader', 'Headers', 'Request'],
  ...['Response', 'URL', 'URLSearchParams', 'AbortController', 'MessageChannel', 'setImmediate', 'queueMicrotask'],
  ...['process', 'Buffer', 'TextEncoder', 'TextDecoder', 'crypto', 'performance', 'structuredClone', 'btoa', 'atob'],
  ...['Event', 'CustomEvent', 'EventTarget', 'HTMLElement', 'Element', 'Node', 'Image', 'MutationObserver'],
]

const language = {
  Object,
  Array,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Promise,
  Proxy,
  Reflect,
  Symbol,
  Date,
  Math,
  JSON,
  RegExp,
}
const numbers = { Number, BigInt, String, Boolean, Error, TypeError, RangeError, ArrayBuffer, DataView, Uint8Array }

type Start = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => NodeJS.Timeout

// What a mini program still waits for ends with the phone, it must not keep the test run alive.
const ending =
  (start: Start): Start =>
  (run, ms, ...args) =>
    start(run, ms, ...args).unref()
const timers = {
  setTimeout: ending(setTimeout),
  setInterval: ending(setInterval),
  clearTimeout,
  clearInterval,
  console,
}

// On a phone Function() does not throw: it gives nothing back.
const noCodeFromText = new Proxy(Function, { apply: () => undefined, construct: () => ({}) })

/** Loads the scripts of one running mini program: relative requires, each file once. */
export const scriptLoader = (root: string, given: Given) => {
  const modules = new Map<string, { exports: unknown }>()
  const own = {
    ...given,
    ...timers,
    Function: noCodeFromText,
    global: {},
    globalThis: { ...language, ...numbers, ...timers },
  }
  const names = [...Object.keys(own), ...unknownNames]
  const values = [...Object.values(own), ...unknownNames.map(() => undefined)]

  const run = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const require = (name: string) => run(path.resolve(path.dirname(file), name.endsWith('.js') ? name : `${name}.js`))
    const body = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`
    const script = new Function('require', 'module', 'exports', ...names, body) as (...args: unknown[]) => void
    script(require, module, module.exports, ...values)
    return module.exports
  }
  return {
    run: (name: string) => run(path.join(root, `${name}.js`)),
    /** Runs a page or component again: each load registers it anew. */
    rerun: (name: string) => {
      modules.delete(path.join(root, `${name}.js`))
      return run(path.join(root, `${name}.js`))
    },
  }
}
