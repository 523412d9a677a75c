import type { deskContract } from 'types/desk'
import { counterId } from '../kit/counters'
import type { Handler } from '../kit/serve'
import { readAcross } from './counter-store'
import { listBoothIds } from './node-store'
import type { Place } from './subjects'

const ofBooths = { scans: 'org', players: 'quiz', reports: 'hazard', applications: 'volunteer' } as const

/** Caller, booths, counters (and the node, where it is not one's own): three or four trips. */
export const overview: Handler<typeof deskContract.overview, Place> = async (_input, { subject: node }) => {
  const key = `node.${node._id}`
  const booths = (await listBoothIds(node._id)).map((id) => `booth.${id}`)
  const domains = Object.values(ofBooths)
  const counted = await readAcross([
    ...['hazard', 'volunteer'].map((domain) => ({ domain, key })),
    ...booths.flatMap((booth) => domains.map((domain) => ({ domain, key: booth }))),
  ])
  const read = (domain: string, at: string, field: string) => counted.get(counterId(domain, at))?.[field] ?? 0
  // A counter may stand below zero for a moment while two batches pass each other; nobody needs to see that.
  const hazards = (field: string) => Math.max(0, read('hazard', key, field))
  const volunteers = (field: string) => Math.max(0, read('volunteer', key, field))
  const total = (field: keyof typeof ofBooths) =>
    booths.reduce((sum, booth) => sum + read(ofBooths[field], booth, field), 0)
  return {
    nodeName: node.name,
    hazards: {
      ...{
        toAccept: hazards('toAccept'),
        toAssign: hazards('toAssign'),
        fixing: hazards('planning') + hazards('fixing'),
      },
      ...{ overdue: hazards('overdue'), toClose: hazards('toClose'), closed: hazards('closed') },
    },
    applications: {
      ...{
        desk: volunteers('desk'),
        union: volunteers('union'),
        regulator: volunteers('regulator'),
        enrolled: volunteers('enrolled'),
      },
    },
    booths: {
      ...{ scans: total('scans'), players: total('players'), reports: total('reports') },
      applications: total('applications'),
    },
  }
}
