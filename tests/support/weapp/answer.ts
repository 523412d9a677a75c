type Options = { success?: (result: object) => void; fail?: (error: object) => void; complete?: (end: object) => void }

/** A failure as WeChat words it: `{ errMsg: 'name:fail reason', errno? }`. */
export const refusal = (name: string, reason: string, more: object = {}) => ({
  errMsg: `${name}:fail ${reason}`,
  ...more,
})

/**
 * An asynchronous wx API: answers through success/fail/complete and, when none of them is given, as a promise.
 * `work` may throw a refusal.
 */
export const api =
  <Input extends object>(name: string, work: (options: Input) => object | void | Promise<object | void>) =>
  (given?: Input & Options): Promise<object> | undefined => {
    const options = given ?? ({} as Input & Options)
    // Synchronous part of the call: what must happen inside a tap happens inside a tap.
    const begun = (() => {
      try {
        return Promise.resolve(work(options))
      } catch (error) {
        return Promise.reject(error)
      }
    })()
    const ended = begun.then((result) => ({ errMsg: `${name}:ok`, ...(result ?? {}) }))
    if (!options.success && !options.fail && !options.complete) return ended
    ended.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: object) => {
        options.fail?.(error)
        options.complete?.(error)
      },
    )
    return undefined
  }

/** Listeners of one wx.on… / wx.off… pair. */
export const listeners = <Detail>() => {
  const all = new Set<(detail: Detail) => void>()
  return {
    on: (listener: (detail: Detail) => void) => void all.add(listener),
    off: (listener?: (detail: Detail) => void) => void (listener ? all.delete(listener) : all.clear()),
    tell: (detail: Detail) => all.forEach((listener) => listener(detail)),
  }
}
