import type { CloudRooms } from '../cloud-rooms'
import { jsonReply, type Door } from './door'

/** `GET /metrics` and `POST /metrics/reset`: figures of the database's query shapes and of the functions. */
export const metricsDoors = ({ database, functions }: CloudRooms): Door[] => [
  {
    method: 'GET',
    path: '/metrics',
    open: () => jsonReply({ queries: database.metrics(), functions: functions.metrics() }),
  },
  {
    method: 'POST',
    path: '/metrics/reset',
    open: () => {
      database.resetMetrics()
      functions.resetMetrics()
      return jsonReply({ ok: true })
    },
  },
]
