/** Makes `Date` of this thread follow the platform clock; timers keep their real length. */
export const installPlatformDate = (offsetOf: () => number): void => {
  const RealDate = Date
  const realNow = RealDate.now.bind(RealDate)
  const now = (): number => realNow() + offsetOf()
  const PlatformDate = new Proxy(RealDate, {
    construct: (_target, parts, newTarget) =>
      Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
  })
  RealDate.now = now
  Object.defineProperty(RealDate.prototype, 'constructor', { value: PlatformDate, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: PlatformDate, writable: true, configurable: true })
}
