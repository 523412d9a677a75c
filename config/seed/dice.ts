import { sha256 } from 'types/sha256'

/** A stream of choices that is always the same for the same name. */
export type Dice = {
  /** 0 ≤ n < below */
  below: (below: number) => number
  between: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (percent: number) => boolean
}

export const openDice = (name: string): Dice => {
  let block = 0
  let bytes: number[] = []
  const next = () => {
    if (bytes.length < 4) bytes = [...sha256(`${name}:${block++}`)]
    return bytes.splice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (percent) => below(100) < percent,
  }
}
