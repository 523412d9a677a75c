import type { CloudRooms } from '../cloud-rooms'
import { jsonReply, type Door } from './door'

export const statusDoor = ({ manifest, clock, dir, url }: CloudRooms): Door => ({
  method: 'GET',
  path: '/status',
  open: () =>
    jsonReply({
      version: manifest.version ?? null,
      envId: manifest.envId,
      appId: manifest.appId,
      functions: manifest.functions.map(({ name }) => name),
      now: new Date(clock.now()).toISOString(),
      data: dir,
      url,
      pid: process.pid,
    }),
})
