import type { CalendarDate } from './calendar'
import type { HazardKind, HazardState, ReporterIdentity } from './hazard'
import type * as z from './zod'

type Kind = z.output<typeof HazardKind>

/** Where a node's hazards of a month are counted by the day they were reported: of each day and kind, found and closed. */
export const foundKey = (nodeId: string, month: string) => `found.${nodeId}.${month}`

/** Field of such a counter: `09-fire-found`. */
export const foundField = (date: CalendarDate, kind: Kind, what: 'found' | 'closed') =>
  `${date.slice(8)}-${kind}-${what}`

const unfound: readonly HazardState[] = ['reported', 'declined', 'merged']

/** 查出 counts what a union has accepted; 整改 is the part of it that is closed. */
export const isFound = (state: HazardState): boolean => !unfound.includes(state)

type Mark = { owner: string | null; identity: ReporterIdentity; hiddenFrom?: readonly string[] }
/** Who put his name to a hazard, who said that he saw it too, and whom it was led past. */
export type Marks = Mark & { state: HazardState; above?: boolean; joiners?: readonly Mark[] }

/** As what he reported it, or said that he saw it too. */
export const markOfReporter = (doc: Marks, openid: string): Mark | undefined =>
  doc.owner === openid ? doc : doc.joiners?.find(({ owner }) => owner === openid)

/**
 * Whether anybody may be told that he reported it: under his name, and led past nobody. What is told of him otherwise,
 * a number that rises or a list he is missing from, tells who reported.
 */
export const isOpenlyReported = (doc: Marks, openid: string): boolean => {
  const mark = markOfReporter(doc, openid)
  const past = [...(doc.hiddenFrom ?? []), ...(mark?.hiddenFrom ?? [])]
  // Who reported one that was put together with another stands among those of the other.
  return mark?.identity === 'named' && past.length === 0 && doc.above !== true && doc.state !== 'merged'
}

type Span = { from: CalendarDate; to: CalendarDate; kinds: readonly Kind[] }

/** Sums a month's counter over the days and kinds (none: all) asked for. */
export const sumFound = (month: string, values: Readonly<Record<string, number>>, { from, to, kinds }: Span) => {
  const sums = { found: 0, closed: 0 }
  for (const [field, count] of Object.entries(values)) {
    const [day = '', kind = '', what = ''] = field.split('-')
    const date = `${month}-${day}`
    if (date < from || date > to || (kinds.length > 0 && !kinds.some((one) => one === kind))) continue
    if (what === 'found' || what === 'closed') sums[what] += count
  }
  return sums
}
