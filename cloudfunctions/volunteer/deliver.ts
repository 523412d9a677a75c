import type { ErasePayload } from 'types/documents'
import type { Delivery } from 'types/platform-entries'
import { eraseApplicationsOf } from './apply/erase'

const openidOf = ({ payload }: Delivery): string | null => {
  const { openid } = payload as Partial<ErasePayload>
  return typeof openid === 'string' && openid !== '' ? openid : null
}

/** Takes `erase`; anything else stays with its sender. Carried out twice it finds nobody the second time. */
export const deliver = async ({ items }: { items: readonly Delivery[] }, { now }: { now: Date }) => {
  const accepted: string[] = []
  for (const item of items) {
    const openid = item.kind === 'erase' ? openidOf(item) : null
    if (!openid) continue
    await eraseApplicationsOf(openid, now)
    accepted.push(item.id)
  }
  return { accepted }
}
