import { maskPhoneNumber } from 'types/phone-number'
import { open, seal } from '../../kit/sensitive'
import type { HazardDoc } from '../hazard'

/** Who spoke to a team leader: without WeChat, known by name alone. */
type Speaker = { name: string; phone: string | null }

const placeOf = (id: string) => `hazards/${id}/spoken`

export const sealSpeaker = (id: string, speaker: Speaker) => seal(JSON.stringify(speaker), placeOf(id))

/** Name and masked phone of who spoke; null where somebody reported himself. */
export const openSpeaker = ({ _id, spoken }: Pick<HazardDoc, '_id' | 'spoken'>): Speaker | null => {
  if (!spoken) return null
  const { name, phone } = JSON.parse(open(spoken, placeOf(_id))) as Speaker
  return { name, phone: phone && maskPhoneNumber(phone) }
}
