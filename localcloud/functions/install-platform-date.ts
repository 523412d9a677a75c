/** Makes `Date` of this thread follow the platform clock; timers keep their real length. */
export const installPlatformDate = (offsetOf: () => number): void => {
  const RealDate = Date
  const realNow = RealDate.now.bind(RealDate)
  const now = (): number => realNow() + offsetOf()
  const PlatformDate = function (this: unknown, ...parts: []): Date | string {
    if (!new.target) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target) as Date
  }
  Object.setPrototypeOf(PlatformDate, RealDate)
  Object.defineProperty(PlatformDate, 'name', { value: 'Date' })
  Object.defineProperty(PlatformDate, 'length', { value: 7 })
  Object.defineProperty(PlatformDate, 'prototype', { value: RealDate.prototype, writable: false })
  Object.defineProperty(PlatformDate, 'now', { value: now, writable: true, configurable: true })
  Object.defineProperty(RealDate.prototype, 'constructor', { value: PlatformDate, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: PlatformDate, writable: true, configurable: true })
}
