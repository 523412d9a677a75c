import type { CloudRooms } from '../cloud-rooms'
import type { FaultMode, FaultTarget } from '../faults/open-faults'
import { jsonReply, type Door } from './door'
import { oneOf, optionalNumber, optionalText, readJson } from './read-json'

const TARGETS: FaultTarget[] = ['function', 'openapi', 'storage', 'database']
const MODES: FaultMode[] = ['refuse', 'timeout-before', 'timeout-after', 'slow', 'kill']
const DEFAULT_MS = 100

/** `POST /fault` plans a failure of the platform, `DELETE /fault` takes all planned ones back. */
export const faultDoors = ({ faults }: CloudRooms): Door[] => [
  {
    method: 'POST',
    path: '/fault',
    open: async (exchange) => {
      const body = await readJson(exchange)
      const mode = oneOf(body, 'mode', MODES)
      faults.plan({
        target: oneOf(body, 'target', TARGETS),
        name: optionalText(body, 'name'),
        mode,
        times: optionalNumber(body, 'times') ?? 1,
        ms: optionalNumber(body, 'ms') ?? (mode === 'kill' ? 0 : DEFAULT_MS),
        errcode: optionalNumber(body, 'errcode'),
        trips: optionalNumber(body, 'trips'),
      })
      return jsonReply({ ok: true })
    },
  },
  {
    method: 'DELETE',
    path: '/fault',
    open: () => {
      faults.clear()
      return jsonReply({ ok: true })
    },
  },
]
