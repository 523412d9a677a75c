import { outcomeDays, type outcomeEntries } from 'types/notice-outcome'
import { toldNumber } from 'types/told-number'
import type { Handler } from '../../kit/serve'
import { listPlaces } from '../audience/audience-store'
import type { PushDoc } from '../documents'
import { findNode } from '../node-store'
import { listChildren, listLaid, pageOfFiled, pageOfUnits } from './outcome-store'

const step = 1000
/** A call may last 20 s; the phone waits as long. */
const budgetMs = 8_000
const dayMs = 86_400_000

type Sums = { laid: number; sent: number; read: number; units: number; filed: number }
const none = (): Sums => ({ laid: 0, sent: 0, read: 0, units: 0, filed: 0 })

/** What was counted of each union below; null: of the node itself or of somewhere else. */
type Board = { at: (place: string | null) => Sums; sums: ReadonlyMap<string | null, Sums> }
const openBoard = (): Board => {
  const sums = new Map<string | null, Sums>()
  const at = (place: string | null) => {
    const found = sums.get(place) ?? none()
    sums.set(place, found)
    return found
  }
  return { at, sums }
}

/** Pages until the last or until the time is over; false: there was no time for all. */
const readAll = async <T>(
  read: (page: number) => Promise<{ items: T[]; more: boolean }>,
  take: (item: T) => void,
  until: number,
): Promise<boolean> => {
  for (let page = 1; ; page++) {
    if (Date.now() > until) return false
    const { items, more } = await read(page)
    items.forEach(take)
    if (!more) return true
  }
}

type Places = (under: readonly string[]) => string | null

const readMessages = async (pushId: string, placeOf: Places, board: Board, until: number) => {
  let [first, after]: [Date | null, string] = [null, '']
  for (;;) {
    if (Date.now() > until) return { first, isWhole: false }
    const found = await listLaid(pushId, after, step)
    const openids = found.flatMap(({ openid }) => openid ?? [])
    const under = new Map(openids.length > 0 ? await listPlaces(openids) : [])
    for (const { openid, state, read, at } of found) {
      const sums = board.at(placeOf(under.get(openid ?? '') ?? []))
      sums.laid += 1
      sums.sent += state === 'sent' ? 1 : 0
      sums.read += read ? 1 : 0
      if (!first || at < first) first = at
    }
    if (found.length < step) return { first, isWhole: true }
    after = found.at(-1)?._id ?? ''
  }
}

const readUnits = async ({ audience }: PushDoc, placeOf: Places, board: Board, until: number) => {
  const units = new Map<string, string | null>()
  const isWhole = await readAll(
    (page) => pageOfUnits(audience.nodeId, audience.industry, page),
    ({ _id, under }) => units.set(_id, placeOf(under)),
    until,
  )
  for (const place of units.values()) board.at(place).units += 1
  return { units, isWhole }
}

/**
 * Which of the enterprises have a record. What was reported in secret or without a name is left out: however the
 * numbers of two pages are taken from each other, nothing about those who reported so comes out.
 */
const readFiled = async (nodeId: string, units: ReadonlyMap<string, unknown>, from: Date, until: number) => {
  const to = new Date(from.getTime() + outcomeDays * dayMs)
  const filed = new Set<string>()
  const take = ({
    enterprise,
    identity,
    state,
    hiddenFrom,
  }: Awaited<ReturnType<typeof pageOfFiled>>['items'][number]) => {
    const isOpen = identity === 'named' && hiddenFrom.length === 0 && state !== 'declined'
    if (enterprise && isOpen && units.has(enterprise.id)) filed.add(enterprise.id)
  }
  const whole = await Promise.all(
    [0, 1].map((urgent) => readAll((page) => pageOfFiled(nodeId, { from, to }, urgent, page), take, until)),
  )
  return { filed, to, isWhole: whole.every(Boolean) }
}

const toNumbers = ({ laid, sent, read, units, filed }: Sums) => ({
  ...{ laid, units, sent: toldNumber(sent), read: toldNumber(read), filed: toldNumber(filed) },
})

const sumOf = (all: Iterable<Sums>): Sums => {
  const total = none()
  for (const sums of all) for (const key of Object.keys(total) as (keyof Sums)[]) total[key] += sums[key]
  return total
}

/** Counted from the messages, the register and the ledger when an officer looks: there is no second truth to mend. */
export const pushOutcome: Handler<typeof outcomeEntries.pushOutcome, PushDoc> = async (
  _input,
  { subject: push, now },
) => {
  const until = Date.now() + budgetMs
  const { nodeId } = push.audience
  const [node, children] = await Promise.all([findNode(nodeId), listChildren(nodeId)])
  const names = new Map(children.map(({ _id, name }) => [_id, name]))
  const placeOf: Places = (under) => under.find((id) => names.has(id)) ?? null
  const board = openBoard()
  const [laid, { units, ...register }] = await Promise.all([
    readMessages(push._id, placeOf, board, until),
    readUnits(push, placeOf, board, until),
  ])
  const found = laid.first && (await readFiled(nodeId, units, laid.first, until))
  for (const id of found?.filed ?? []) board.at(units.get(id) ?? null).filed += 1
  const rows = [...names, [null, '本级直属和其他'] as const].flatMap(([id, name]) => {
    const sums = board.sums.get(id)
    return sums ? [{ id, name, ...toNumbers(sums) }] : []
  })
  return {
    ...toNumbers(sumOf(board.sums.values())),
    ...{ since: laid.first, until: found?.to ?? null, isOver: Boolean(found && found.to <= now) },
    ...{ isWhole: laid.isWhole && register.isWhole && (found?.isWhole ?? true), nodeName: node?.name ?? '', rows },
  }
}
