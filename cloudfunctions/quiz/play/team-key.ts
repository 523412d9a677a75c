import { createHmac, timingSafeEqual } from 'node:crypto'
import { drawSecret } from '../secrets'

/** What a team link carries beside campaign and unit: only the function can have made it, on an officer's word. */
export const teamKey = (campaignId: string, unitId: string): string =>
  createHmac('sha256', drawSecret())
    .update(JSON.stringify(['team', campaignId, unitId]))
    .digest('base64url')
    .slice(0, 22)

export const isTeamKey = (key: string, campaignId: string, unitId: string): boolean => {
  const [given, right] = [Buffer.from(key), Buffer.from(teamKey(campaignId, unitId))]
  return given.length === right.length && timingSafeEqual(given, right)
}
