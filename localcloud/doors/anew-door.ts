import { isBadDay } from '../cli/bad-day'
import { jsonReply, refusal, type Door } from './door'
import { optionalText, readJson } from './read-json'

export type Filling = {
  seedFile: string | undefined
  /** Whether the functions forget what they keep in memory as well. */
  cold: boolean
}

/** `POST /anew { seed?, cold? }` empties the whole cloud and fills it from that file: tests share one process so. */
export const anewDoor = (fillAnew: (filling: Filling) => Promise<void>): Door => ({
  method: 'POST',
  path: '/anew',
  open: async (exchange) => {
    const body = await readJson(exchange)
    try {
      await fillAnew({ seedFile: optionalText(body, 'seed'), cold: body.cold === true })
    } catch (error) {
      throw isBadDay(error) ? refusal(400, error.message) : error
    }
    return jsonReply({ ok: true })
  },
})
