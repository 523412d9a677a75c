import { newId, toScene } from 'types/ids'
import { inviteText } from '@/features/office/invite-words'
import { inviteIdOf } from '@/features/org/invite-id-of'

const id = newId((count) => new Uint8Array(count).map((_, at) => at * 7))
const scene = toScene({ kind: 'invite', id })
const invite: Parameters<typeof inviteText>[0] = {
  id,
  scene,
  role: 'officer',
  nodeName: '东原区总工会',
  invitedBy: '某人',
  state: 'open',
  until: null,
  expiresAt: '2027-06-08T03:00:00.000Z',
}

test('the handed-on message, pasted whole, leads back to the invitation', () => {
  expect(inviteIdOf(inviteText(invite, null))).toBe(id)
  expect(inviteIdOf(inviteText(invite, `https://example.test/#/packages/org/invite?${scene}`))).toBe(id)
  expect(inviteIdOf(scene)).toBe(id)
  expect(inviteIdOf(` ${encodeURIComponent(scene)} `)).toBe(id)
})

test('anything else is no invitation', () => {
  for (const text of ['', '你好', `b=${id}`, `i=${id}x`, id.slice(1)]) expect(inviteIdOf(text)).toBeNull()
})
