import { deriveId } from 'types/ids'
import { activityKinds } from 'types/volunteer-activity-kinds'
import { putPlot, type Counted, type Plot } from './activities'
import type { City } from './city'
import type { Person, Staff } from './people'
import { drawPhoto } from './photos'
import { trail, type Happening } from './trail'
import type { Node } from './tree'

type Cast = Parameters<typeof putPlot>[0] & { city: City; nodes: readonly Node[]; staff: Staff }

const visit: Plot = {
  ...{ name: 'kitchen', title: '食堂燃气安全走访', kind: 'society-supervision' },
  ...{ place: '泽能机械职工食堂', meeting: '食堂东门', day: -2, hour: 9, length: 2, quota: 10, state: 'done' },
  came: Array.from({ length: 4 }, () => ({ state: 'served', in: -5, out: 118 }) as const),
}

type Scene = { city: City; node: Node; officer: Person }

const states = ['shown', 'shown', 'shown', 'waiting', 'hidden'] as const
const kinds = ['fire', 'fixed', 'machine', 'electric', 'height']

const stepsTo = (state: (typeof states)[number], at: Date, { officer, node }: Scene): Happening[] => {
  const volunteer = { by: 'applicant', name: '申请人' }
  const posted = { act: 'create', to: 'waiting', at, ...volunteer, verb: '上传活动照片' }
  if (state === 'waiting') return [posted]
  const by = { by: officer.personId, name: officer.name, data: { reason: '', office: node.name } }
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const shown = { act: 'show', to: 'shown', at: later(20), ...by, verb: '处理活动照片' }
  if (state === 'shown') return [posted, shown]
  return [posted, shown, { act: 'hide', to: 'hidden', at: later(45), ...volunteer, verb: '请求撤下活动照片' }]
}

const photoId = (activityId: string, index: number) => deriveId('seed-wall', activityId, String(index))

const putPhotos = (scene: Scene, activityId: string, applicationId: string | null) => {
  const { city, node } = scene
  const [at, removeAt] = [city.at(-1, 11), city.at(729, 11)]
  for (const [index, state] of states.entries()) {
    const _id = photoId(activityId, index)
    const fileId = city.file(`wall/${activityId}/clean/${_id}.jpg`, () => drawPhoto(kinds[index] ?? 'fire', index + 40))
    const subject = { collection: 'wall_photos', _id, under: node.under, subject: `活动照片 ${visit.title}` }
    const carried = trail(city, subject, stepsTo(state, at, scene))
    city.add('wall_photos', { ...carried, activityId, applicationId, fileId, removeAt })
  }
}

const words =
  '志愿者分两组走访了职工食堂的后厨、调压箱和气瓶间，对照清单逐项查看，现场向炊事人员讲解了“先开窗、再关阀、后报修”的处置顺序，发放宣传单四十份。'

const putReport = (
  { city, node, officer }: Scene,
  above: readonly string[],
  activityId: string,
  served: readonly Counted[],
) => {
  const _id = deriveId('activity-report', activityId)
  const at = city.at(-1, 15)
  const step = { by: officer.personId, name: officer.name, verb: '写活动简报', data: { office: node.name } }
  const subject = {
    collection: 'activity_reports',
    _id,
    under: [...node.under, ...above],
    subject: `活动简报 ${visit.title}`,
  }
  const minutes = served.reduce((sum, one) => sum + one.minutes, 0)
  const startsAt = city.at(visit.day, visit.hour)
  city.add('activity_reports', {
    ...trail(city, subject, [{ act: 'create', to: 'written', at, ...step }]),
    ...{ activityId, title: visit.title, kind: activityKinds[visit.kind].label, place: visit.place },
    ...{ node: { id: node._id, name: node.name }, startsAt, endsAt: city.at(visit.day, visit.hour + visit.length) },
    figures: { joined: served.length, present: served.length, absent: 0, minutes },
    ...{ words, findings: 2, photos: [photoId(activityId, 0), photoId(activityId, 1)] },
  })
}

/** A finished activity of the east district with its wall and its report. */
export const putWalls = (cast: Cast): Counted[] => {
  const node = cast.nodes.find(({ name }) => name === '东原区总工会')
  const officer = node && cast.staff.officers.get(node._id)?.[0]
  if (!node || !officer) return []
  const served = putPlot(cast, node, officer, visit)
  const scene = { city: cast.city, node, officer }
  const activityId = deriveId('seed-activity', visit.name)
  putPhotos(scene, activityId, served[0]?.applicationId ?? null)
  const regulator = cast.nodes.find(({ serves }) => serves === node._id)
  putReport(scene, regulator?.under ?? [], activityId, served)
  return served
}
