import { isOver } from 'types/hazard'
import { deriveId } from 'types/ids'
import type { Cast, Plot } from './hazard-plot'
import { trail } from './trail'

const former = '钱学海'

/** One officer of a district left office two weeks ago; the others go on with what was open there. */
export const putHandover = (
  { city, nodes, staff }: Cast,
  plots: readonly Pick<Plot, 'place' | 'state' | 'times'>[],
) => {
  const node = nodes.find(
    ({ type, under }) => type === 'geographic' && under.length === 2 && staff.officers.has(under[1] ?? ''),
  )
  if (!node) return
  const at = city.at(-14, 10)
  const open = plots.filter(
    ({ place, state, times }) => place.under.includes(node._id) && times.create < at && !isOver(state),
  ).length
  const _id = deriveId('seed-handover', node._id)
  const { under, name } = node
  const happening = {
    act: 'create',
    to: 'handed',
    at,
    by: 'clock',
    name: '系统',
    verb: '移交在办隐患',
    data: { open, overdue: 1 },
  }
  const officers = (staff.officers.get(node._id) ?? []).map((person) => person.name)
  city.add('hazard_handovers', {
    ...trail(city, { collection: 'hazard_handovers', _id, under, subject: `移交「${name}」` }, [happening]),
    ...{ node: { id: node._id, name }, left: former, open, overdue: 1, to: { id: node._id, name, officers } },
  })
}
