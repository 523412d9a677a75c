import { deriveId } from 'types/ids'
import type { HazardState } from 'types/hazard'
import { openDice } from './dice'
import type { Enterprise } from './enterprises'
import { timesOf } from './hazard-days'
import { placeOf, type Cast, type Identity, type Told } from './hazard-plot'
import { stories, type Story } from './hazard-stories'
import { demoWorker, type Person } from './people'
import { seal } from './seal'
import type { Node } from './tree'
import { atWork } from './working-hours'

const idOf = (name: string) => deriveId('seed-hazard', name)
/** A late one is none of these: their numbers leave the slow enterprises out. */
const numbers = { seen: 203, merged: 204, spoken: 205, unplanned: 206, again: 207, kept: 208 }

const storyOf = (kind: Story['kind']) => stories.find((story) => story.kind === kind) as Story

type Wanted = {
  name: keyof typeof numbers
  state: HazardState
  identity: Identity
  kind: Story['kind']
  enterprise: Enterprise
  owner: Person
  words?: string
}

const tell = (cast: Cast, { name, state, identity, kind, enterprise, owner, words }: Wanted): Told => {
  const { city, booths, staff, nodes } = cast
  const [number, told] = [numbers[name], storyOf(kind)]
  const home = enterprise.union ?? (nodes.find(({ _id }) => _id === enterprise.nodeId) as Node)
  const booth = booths.find((one) => one.enterprise?._id === enterprise._id) ?? (booths[0] as (typeof booths)[number])
  return {
    plot: {
      ...{ id: idOf(name), state, identity, number, story: words ? { ...told, words } : told },
      place: placeOf(cast, enterprise, home, identity),
      times: timesOf(city, state, number, openDice(`together/${name}`)),
      fixer: staff.fixers.get(enterprise._id) ?? null,
    },
    ...{ owner, booth, number },
  }
}

/** Three people saw the same: one reported first, one joined, one wrote a report of his own that was put with it. */
const seenByThree = (cast: Cast, enterprise: Enterprise): Told[] => {
  const { workers } = cast
  const me = demoWorker(workers)
  const [first = me, second = me] = workers.filter((one) => one.enterprise === enterprise && one !== me)
  const place = { kind: 'machine', enterprise } as const
  const seen = tell(cast, { ...place, name: 'seen', state: 'fixing', identity: 'named', owner: first })
  const words = '冲床光电保护上贴着胶带，手伸进去也不停'
  const merged = tell(cast, { ...place, name: 'merged', state: 'merged', identity: 'named', owner: me, words })
  const create = seen.plot.times.create
  const after = (hours: number) => new Date(create.getTime() + hours * 3_600_000)
  const own = { ...merged.plot.times, create: after(2), merge: atWork(after(2), [2, 6], openDice('together/merge')) }
  const joiner = { keyMark: null, spoken: null, hiddenFrom: [] as string[] }
  const away = enterprise.union ? [enterprise.union._id] : []
  const joiners = [
    {
      ...{ ...joiner, _id: idOf('joined'), identity: 'hidden', owner: second.openid, hiddenFrom: away },
      ...{ words: '昨天夜班也是这样。', at: after(1) },
    },
    { ...joiner, _id: merged.plot.id, identity: 'named', owner: me.openid, words, at: own.create },
  ]
  const followers = [first, second, me].map(({ openid }) => openid)
  return [
    { ...seen, change: { joiners, joins: joiners.length, followers } },
    { ...merged, plot: { ...merged.plot, times: own, into: seen.plot.id }, change: { mergedInto: seen.plot.id } },
  ]
}

/** Somebody without WeChat told his team leader, who wrote it down; only his name is kept, sealed. */
const writtenDown = (cast: Cast, enterprise: Enterprise): Told => {
  const name = 'spoken'
  const me = demoWorker(cast.workers)
  const told = tell(cast, { name, state: 'reported', identity: 'named', kind: 'height', enterprise, owner: me })
  const speaker = JSON.stringify({ name: '辛长青', phone: null })
  const spoken = seal(speaker, `hazards/${told.plot.id}/spoken`)
  return { ...told, change: { owner: null, followers: [], boothId: null, spoken } }
}

/** Told by hand, in the first enterprises, where somebody trying the product looks first. */
export const toldTogether = (cast: Cast): Told[] => {
  const [first, second] = cast.enterprises as [Enterprise, Enterprise]
  const kept = { name: 'kept', state: 'fixing', identity: 'anonymous', kind: 'health', enterprise: second } as const
  const owner = demoWorker(cast.workers)
  const other = cast.workers.find((one) => one !== owner) ?? owner
  const named = { identity: 'named', enterprise: first } as const
  const words = '冲床的光电保护又被人用胶带挡住了'
  return [
    ...seenByThree(cast, first),
    writtenDown(cast, first),
    tell(cast, { ...named, name: 'again', state: 'reported', kind: 'machine', owner: other, words }),
    tell(cast, { ...named, name: 'unplanned', state: 'assigned', kind: 'electric', owner: other }),
    tell(cast, { ...kept, owner }),
  ]
}
