import type { Delivery } from 'types/platform-entries'
import { fingerprint } from '../kit/sensitive'
import { forgetDisputer } from './bank/dispute-store'
import { forgetPlayer } from './play/play-store'
import { forgetClaims } from './prize/claim-store'

/** A person erased himself: papers stay as statistics under a pseudonym nobody can turn back. */
const erase = async (item: Delivery) => {
  const openid = item.payload.openid
  if (typeof openid !== 'string') return
  await forgetPlayer(openid, `erased:${fingerprint(openid)}`)
  await forgetClaims(openid, `erased:${fingerprint(openid)}`)
  await forgetDisputer(openid)
}

export const deliver = async ({ items }: { items: readonly Delivery[] }) => {
  const accepted: string[] = []
  for (const item of items) {
    if (item.kind !== 'erase') continue
    await erase(item)
    accepted.push(item.id)
  }
  return { accepted }
}
