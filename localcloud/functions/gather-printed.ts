type Write = typeof process.stdout.write

/**
 * Takes what this thread prints and hands it on in one piece a turn of the event loop: waking the other thread for every
 * line costs more than most calls. Standard error goes the same way, in order.
 * @returns hands on at once what is there
 */
export const gatherPrinted = (handOn: (text: string) => void): (() => void) => {
  let printed = ''
  const flush = (): void => {
    if (printed === '') return
    handOn(printed)
    printed = ''
  }
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (printed === '') setImmediate(flush)
    printed += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    const done = rest.find((one): one is () => void => typeof one === 'function')
    if (done) queueMicrotask(done)
    return true
  }
  process.stdout.write = write as Write
  process.stderr.write = write as Write
  return flush
}
