/** Numbers in 0…1 that only look like chance: the same seed gives the same walk. */
export const random = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The high bits: the low ones of such a row repeat soon.
    return (state >>> 8) / 2 ** 24
  }
}
