import { deriveId } from 'types/ids'
import { spellBadge } from 'types/volunteer-certificate-rules'
import type { showEntries } from 'types/volunteer-certificate'
import { specialtyLabels } from 'types/volunteer-form'
import { yearOf } from 'types/volunteer-year-rules'
import { tempUrls } from '../../kit/files'
import { fingerprint } from '../../kit/sensitive'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { Work } from '../local-work'
import { nameOf } from '../year/names'
import { findOwnEnrolled } from '../year/own'
import { teamOf } from '../year/rows'
import { codeUrl } from './code-picture'
import { createBadge, findBadge, findLastBadge, keepBadgeCode, listBadgesById } from './certificate-store'
import { withNextNumber } from './numbering'

/** Nobody works it out from what else is known of a volunteer. */
export const badgeId = (applicationId: string) => deriveId('badge', fingerprint(`badge/${applicationId}`))

const series = { name: 'badge', last: findLastBadge }

const layOne = (applicationId: string, at: Date) =>
  withNextNumber(series, async (count, numberKey) => {
    const _id = badgeId(applicationId)
    const made = { _id, applicationId, number: spellBadge(count), numberKey, code: null, createdAt: at }
    if (await createBadge(made)) return 'taken'
    return (await findBadge(_id)) ? 'stands' : 'busy'
  })

/** A badge for each of these volunteers who has none. */
export const layBadges = async (people: readonly Pick<ApplicationDoc, '_id'>[], at: Date): Promise<void> => {
  if (people.length === 0) return
  const present = new Set((await listBadgesById(people.map(({ _id }) => badgeId(_id)))).map(({ _id }) => _id))
  for (const { _id } of people) if (!present.has(badgeId(_id))) await layOne(_id, at)
}

/** Work `standing`: who came on the roster has a badge at once. */
export const layBadge: Work = async ({ payload }, at) => {
  const { applicationId } = payload as { applicationId: string }
  const application = await findApplication(applicationId)
  if (application?.state === 'enrolled') await layBadges([application], at)
}

const photoOf = async ({ personal }: ApplicationDoc): Promise<string | null> => {
  const fileId = personal?.papers?.photo
  return fileId ? ((await tempUrls([fileId])).get(fileId) ?? null) : null
}

/** Application and badge: two trips, and one more the first time, to keep its code. */
export const myBadge: Handler<(typeof showEntries)['myBadge']> = async (_input, { caller: { openid }, now }) => {
  const application = await findOwnEnrolled(openid)
  const enrolled = application?.state === 'enrolled'
  const doc = enrolled ? await findBadge(badgeId(application._id)) : null
  if (!application || !doc) return { badge: null, enrolled }
  const year = yearOf(now)
  return {
    enrolled,
    badge: {
      ...{
        id: doc._id,
        number: doc.number,
        name: nameOf(application),
        photo: await photoOf(application),
        union: application.node.name,
      },
      ...{ team: teamOf(application), specialties: application.specialties.map((one) => specialtyLabels[one]) },
      ...{ year, validUntil: `${year}-12-31`, code: await codeUrl(doc, keepBadgeCode) },
    },
  }
}
