/**
 * The trips at which a run is killed: a few of them, or with EVERY_TRIP=1 (as `npm run prove` has it) all.
 * @example test.each(kills([3, 6, 11, 14, 17]))
 */
export const kills = <T>(all: readonly T[], few = 4): T[] => {
  const step = process.env.EVERY_TRIP ? 1 : Math.max(1, Math.ceil(all.length / few))
  return all.filter((_, index) => index % step === 0)
}
