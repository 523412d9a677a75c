import { startOfDay } from 'types/calendar'
import type { Marks } from 'types/hazard-found'
import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

/** What the year reads of a hazard somebody reported or joined; the hazards' room writes it. */
export type Reported = Document & Marks

const hazards = collection<Reported>('hazards')
const fields = [
  ...['state', 'identity', 'owner', 'above', 'hiddenFrom'],
  ...['joiners.owner', 'joiners.identity', 'joiners.hiddenFrom'],
]

/** What one person reported in a calendar year with his own phone, or said that he saw too. One trip. */
export const listReported = (openid: string, year: number) =>
  hazards.list(
    {
      followers: openid,
      createdAt: command.and(command.gte(startOfDay(`${year}-01-01`)), command.lt(startOfDay(`${year + 1}-01-01`))),
      spoken: null,
    },
    { fields },
  )
