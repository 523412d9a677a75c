import type { CloudRooms } from '../cloud-rooms'
import { jsonReply, type Door } from './door'

/** `POST /rest` answers when no call is left, those included that functions sent on after their answer. */
export const restDoor = ({ functions }: CloudRooms): Door => ({
  method: 'POST',
  path: '/rest',
  open: async () => {
    await functions.rest()
    return jsonReply({ ok: true })
  },
})
