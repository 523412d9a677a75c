import type { CloudRooms } from '../cloud-rooms'
import { adminDoors } from './admin-door'
import { callDoor } from './call-door'
import { clockDoor } from './clock-door'
import type { Door } from './door'
import { faultDoors } from './fault-doors'
import { metricsDoors } from './metrics-doors'
import { restDoor } from './rest-door'
import { staticDoor } from './static-door'
import { statusDoor } from './status-door'
import { storageDoors } from './storage-doors'
import { tickDoor } from './tick-door'
import { wechatDoors } from './wechat-doors'

/** Every door of the cloud, the busiest first; the static one takes what is left. */
export const allDoors = (rooms: CloudRooms): Door[] => [
  ...adminDoors(rooms),
  callDoor(rooms.functions, rooms.wechat.visits, rooms.manifest.appId),
  ...storageDoors(rooms),
  ...wechatDoors(rooms),
  ...metricsDoors(rooms),
  ...faultDoors(rooms),
  clockDoor(rooms),
  tickDoor(rooms),
  restDoor(rooms),
  statusDoor(rooms),
  staticDoor(rooms.manifest.h5),
]
