import type { CloudRooms } from '../cloud-rooms'
import { jsonReply, refusal, type Door } from './door'
import { optionalText, readJson } from './read-json'

/** `POST /tick { function? }` runs the timers now. */
export const tickDoor = ({ timers, manifest }: CloudRooms): Door => ({
  method: 'POST',
  path: '/tick',
  open: async (exchange) => {
    const name = optionalText(await readJson(exchange), 'function')
    if (name && !manifest.functions.some((fn) => fn.name === name))
      throw refusal(404, `没有云函数 ${name}，请检查名字。`)
    return jsonReply({ fired: await timers.runNow(name) })
  },
})
