import { useEffect, useRef } from 'react'
import type { ReviewDecision } from 'types/volunteer'
import { onKeys } from '@/lib/on-keys'

export type KeyActs = {
  move: (by: 1 | -1) => void
  toggle: () => void
  open: () => void
  decide: (decision: ReviewDecision) => void
  search: () => void
  help: () => void
}

/** What each key does, as the help says it. */
export const keyHelp = [
  ['↑ ↓', '上一行、下一行'],
  ['空格', '选中或取消这一行'],
  ['回车', '在右边打开这一行'],
  ['A', '通过选中的'],
  ['R', '退回选中的'],
  ['X', '不通过选中的'],
  ['/', '搜索姓名或单位'],
  ['?', '看这份说明'],
] as const

const actOf = (key: string, acts: KeyActs): (() => void) | undefined => {
  const table: Record<string, () => void> = {
    ...{ ArrowDown: () => acts.move(1), ArrowUp: () => acts.move(-1), ' ': acts.toggle, Enter: acts.open },
    ...{ a: () => acts.decide('approve'), r: () => acts.decide('return'), x: () => acts.decide('reject') },
    ...{ '/': acts.search, '?': acts.help, '？': acts.help },
  }
  return table[key.length === 1 ? key.toLowerCase() : key]
}

/** Listens to the keyboard of a PC window while `on`. */
export const useReviewKeys = (on: boolean, acts: KeyActs) => {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    if (!on) return undefined
    return onKeys((key) => {
      const act = actOf(key, latest.current)
      act?.()
      return act !== undefined
    })
  }, [on])
}
