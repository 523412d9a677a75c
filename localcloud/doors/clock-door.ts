import type { CloudRooms } from '../cloud-rooms'
import { jsonReply, refusal, type Door } from './door'
import { optionalNumber, optionalText, readJson } from './read-json'

/** @throws Refusal 400 for what is no time */
export const timeOf = (iso: string | undefined): number | undefined => {
  if (iso === undefined) return undefined
  const time = Date.parse(iso)
  if (Number.isNaN(time)) throw refusal(400, `now “${iso}”不是时间，请写成 2026-03-01T08:00:00Z 的样子。`)
  return time
}

/**
 * `POST /clock { now?, advanceMs?, reset?, fire? }` moves the platform's time; timers that fell due are fired before it
 * answers, or those of the function `fire` alone.
 */
export const clockDoor = ({ clock, timers }: CloudRooms): Door => ({
  method: 'POST',
  path: '/clock',
  open: async (exchange) => {
    const body = await readJson(exchange)
    const change = {
      now: timeOf(optionalText(body, 'now')),
      advanceMs: optionalNumber(body, 'advanceMs'),
      reset: body.reset === true,
    }
    if (change.now !== undefined || change.advanceMs !== undefined || change.reset) clock.move(change)
    const fired = await timers.runDue(optionalText(body, 'fire'))
    return jsonReply({ now: new Date(clock.now()).toISOString(), fired })
  },
})
