import { dateOf } from 'types/calendar'
import { boardId, boardStates, placeClass, publicWordsOf } from 'types/hazard-board'
import { isBeingFixed } from 'types/hazard'
import type { City } from './city'
import type { LetterPlot } from './hazard-onward'
import { trail } from './trail'
import { atWork } from './working-hours'
import { openDice } from './dice'

const rowOf = (now: Date, { serial, story, state, times }: LetterPlot) => ({
  number: serial,
  kind: story.kind,
  grade: story.major ? 'major' : 'general',
  words: publicWordsOf(story.kind, placeClass(story.place)),
  state: boardStates[state] ?? '',
  late: isBeingFixed(state) && times.dueAt !== null && times.dueAt < now,
  dueOn: times.dueAt && dateOf(times.dueAt),
  closedOn: state === 'closed' && times.close ? dateOf(times.close) : null,
})

/** This month's boards of the enterprises with most to show. */
export const putBoards = (city: City, handed: readonly LetterPlot[]) => {
  const month = city.today.slice(0, 7)
  const isShown = ({ state, times }: LetterPlot) =>
    state !== 'closed' || (times.close !== undefined && dateOf(times.close).startsWith(month))
  const firms = new Map<string, LetterPlot[]>()
  for (const plot of handed.filter(isShown))
    firms.set(plot.enterpriseId, [...(firms.get(plot.enterpriseId) ?? []), plot])
  for (const [enterpriseId, plots] of firms) {
    const [first] = plots
    if (!first || plots.length < 2) continue
    const _id = boardId(enterpriseId, month)
    const publishedAt = atWork(city.at(-1, 9), [0, 6], openDice(`board/${enterpriseId}`))
    const rows = plots.map((plot) => rowOf(publishedAt, plot)).sort((a, b) => (a.number < b.number ? -1 : 1))
    const { officer, under, enterprise } = first
    const happening = {
      ...{ act: 'create', to: 'published', at: publishedAt, verb: '公示隐患整改情况' },
      ...{ by: officer.person.personId, name: officer.person.name },
      data: { month, edition: 1, rows: rows.length, office: officer.node.name },
    }
    city.add('hazard_boards', {
      ...trail(city, { collection: 'hazard_boards', _id, under, subject: `${enterprise} ${month} 公示` }, [happening]),
      ...{ enterprise: { id: enterpriseId, name: enterprise }, month, issuer: officer.node.name },
      ...{ edition: 1, publishedAt, rows, former: [] },
    })
  }
}
