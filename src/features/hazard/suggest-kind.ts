import { HazardKind } from 'types/hazard'
import type * as z from 'types/zod'

type Kind = z.output<typeof HazardKind>

/** What is shown first before anything is written. */
const usual: readonly Kind[] = ['fire', 'electric', 'machine', 'height']

/** The few kinds shown before "更多": the chosen one, what the words suggest, then the usual ones. */
export const shortList = (suggested: readonly Kind[], chosen: Kind | undefined, size = 3): Kind[] => {
  const first = suggested.slice(0, size)
  const list = [...new Set([...first, ...(chosen ? [chosen] : []), ...usual])].slice(0, size)
  return chosen && !list.includes(chosen) ? [...list.slice(0, size - 1), chosen] : list
}

export const allKinds: readonly Kind[] = HazardKind.options
