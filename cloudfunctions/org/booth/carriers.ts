import { AppError } from 'types/app-error'
import { toScene } from 'types/ids'
import type { funnelEntries } from 'types/org-funnel'
import type { myCodeEntries } from 'types/org-my-code'
import { carrierKey } from 'types/visit-source'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { codeWidths, drawMiniCode, wxaVersion } from '../../kit/mini-code'
import type { Handler } from '../../kit/serve'
import { readVisits, toldOfCode } from './funnel-counts'
import type { NodeDoc, PersonDoc } from '../documents'
import { findNode } from '../node-store'
import { findPerson, pageReached } from '../person-store'

type Entries = typeof funnelEntries

/** Who brought whom: officers or volunteers of a subtree by name, with what their own codes led to. */
export const carriers: Handler<Entries['carriers'], NodeDoc> = async ({ who, page, size }, { subject: node }) => {
  const kind = who === 'officers' ? 'officer' : 'volunteer'
  const { items, more } = await pageReached(node._id, kind, page, size)
  const counted = await readVisits(items.map(({ personId }) => carrierKey(personId)))
  return {
    more,
    items: items.map(({ personId: id, name, grants }) => {
      const grant = grants.find(({ role, under }) => role === kind && under.includes(node._id))
      const place = { role: grant?.role ?? null, nodeName: grant?.nodeName ?? '' }
      return { id, name: name ?? '', ...place, counts: toldOfCode(counted.get(carrierKey(id))) }
    }),
  }
}

const unionOf = async (person: PersonDoc): Promise<string | null> => {
  const grant = person.grants.find(({ role }) => role === 'officer')
  if (grant) return grant.nodeName
  return (await findNode(person.volunteerUnder.at(-1) ?? ''))?.name ?? null
}

/** The picture stands under a name made of the person's id: drawn again it is the same file. */
const drawCode = async (personId: string): Promise<string> => {
  const fileContent = await drawMiniCode({ kind: 'person', id: personId }, wxaVersion(), codeWidths.screen)
  const cloudPath = `carriers/${personId}-${wxaVersion()}.png`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return url
}

/**
 * One's own code, of an officer or a volunteer, and how many came by it. What they did is told to officers: a volunteer
 * knows his few workmates too well.
 */
export const myCode: Handler<(typeof myCodeEntries)['myCode']> = async (_input, { caller }) => {
  const person = await findPerson(caller.openid)
  const union = person && (await unionOf(person))
  if (!person || !union)
    throw new AppError('NOT_ALLOWED_NOW', { message: '推广码给工会干部和在册志愿者使用。您可以先报名成为志愿者。' })
  const key = carrierKey(person.personId)
  const [url, counted] = await Promise.all([drawCode(person.personId), readVisits([key])])
  const scene = toScene({ kind: 'person', id: person.personId })
  const counts = toldOfCode(counted.get(key))
  const isOfficer = person.grants.some(({ role }) => role === 'officer')
  const own = { name: person.name ?? '', union, scene, url }
  return { ...own, people: counts.people, counts: isOfficer ? counts : null }
}
