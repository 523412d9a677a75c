/** Hands things from one stage of work to the next: who finds nothing waits until something comes or no more will. */
export const openChannel = <T>() => {
  const items: T[] = []
  let [isClosed, sleepers] = [false, [] as (() => void)[]]
  const stir = () => {
    const woken = sleepers
    sleepers = []
    for (const wake of woken) wake()
  }
  const change = () => new Promise<void>((resolve) => sleepers.push(resolve))
  return {
    put: (more: readonly T[]) => {
      items.push(...more)
      stir()
    },
    close: () => {
      isClosed = true
      stir()
    },
    /** At most `most`; empty once it is closed and nothing is left. */
    take: async (most: number): Promise<T[]> => {
      while (items.length === 0 && !isClosed) await change()
      const taken = items.splice(0, most)
      stir()
      return taken
    },
    /** Waits until fewer than `mark` are in it. */
    runLow: async (mark: number) => {
      while (items.length >= mark && !isClosed) await change()
    },
  }
}
