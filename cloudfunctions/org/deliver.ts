import * as z from 'types/zod'
import { Id } from 'types/ids'
import type { orgContract } from 'types/org-contract'
import type { Handler } from '../kit/serve'
import { changePerson } from './change-person'
import { findNode } from './node-store'

const VolunteerDelivery = z.object({
  openid: z.string().min(1).max(64),
  enrolled: z.boolean(),
  under: z.array(Id).max(20),
})

const sameList = (left: readonly string[], right: readonly string[]) => left.join() === right.join()

/** Who is on the roster can be reached as a volunteer. Carried out twice it changes nothing. */
const noteVolunteer = async (payload: unknown, now: Date): Promise<boolean> => {
  const parsed = VolunteerDelivery.safeParse(payload)
  if (!parsed.success) return false
  const { openid, enrolled, under } = parsed.data
  // It may have lain in an outbox while the union moved: where it lies now is the node's to say.
  const union = enrolled ? await findNode(under.at(-1) ?? '') : null
  const volunteerUnder = enrolled ? (union?.under ?? under) : []
  await changePerson(openid, now, (person) =>
    sameList(person.volunteerUnder, volunteerUnder) ? null : { set: { volunteerUnder } },
  )
  return true
}

/** Takes `volunteer`; anything else stays with its sender. */
export const deliver: Handler<typeof orgContract.deliver> = async ({ items }, { now }) => {
  const accepted: string[] = []
  for (const { id, kind, payload } of items)
    if (kind === 'volunteer' && (await noteVolunteer(payload, now))) accepted.push(id)
  return { accepted }
}
