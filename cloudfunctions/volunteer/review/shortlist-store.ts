import { mostAtOnce } from 'types/volunteer'
import { collection } from '../../kit/collection'
import { listApplications, pageDesk } from '../application-store'
import type { ShortlistDoc } from './shortlist'

export const shortlists = collection<ShortlistDoc>('shortlists')

export const findShortlist = (id: string) => shortlists.find(id)
/** false where the id stands already. */
export const createShortlist = (doc: ShortlistDoc) => shortlists.insert(doc)

export const pageShortlists = (nodeId: string, page: number, size: number) =>
  shortlists.page(
    { under: nodeId },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'desc'],
      ],
      page,
      size,
    },
  )

const perTrip = 50

/** Who is on the list, and while it is open who else waits at its desk, 200 at most. */
export const listCandidates = async (list: ShortlistDoc) => {
  const docs = await listApplications(list.picks.map(({ id }) => id))
  const known = new Set(docs.map(({ _id }) => _id))
  let more = list.state === 'open'
  for (let page = 1; more && docs.length < mostAtOnce; page++) {
    const found = await pageDesk(list.nodeId, { page, size: perTrip })
    docs.push(...found.items.filter(({ _id }) => !known.has(_id)))
    more = found.more
  }
  return { docs, more }
}
