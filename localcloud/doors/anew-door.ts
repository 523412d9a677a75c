import { isBadDay } from '../cli/bad-day'
import { jsonReply, refusal, type Door } from './door'
import { timeOf } from './clock-door'
import { optionalText, readJson } from './read-json'

export type Filling = {
  seedFile: string | undefined
  /** Platform time it begins with; the seed's own, or the machine's, where absent. */
  now: number | undefined
  /** Whether the functions forget what they keep in memory as well. */
  cold: boolean
}

/** `POST /anew { seed?, now?, cold? }` empties the whole cloud and fills it from that file: tests share one process so. */
export const anewDoor = (fillAnew: (filling: Filling) => Promise<void>): Door => ({
  method: 'POST',
  path: '/anew',
  open: async (exchange) => {
    const body = await readJson(exchange)
    try {
      const now = timeOf(optionalText(body, 'now'))
      await fillAnew({ seedFile: optionalText(body, 'seed'), now, cold: body.cold === true })
    } catch (error) {
      throw isBadDay(error) ? refusal(400, error.message) : error
    }
    return jsonReply({ ok: true })
  },
})
