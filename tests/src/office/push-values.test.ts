import { checkField } from 'types/message-fields'
import { messageTemplates } from 'types/message-templates'
import { noticeContract, OfficerTemplate } from 'types/notice'
import { newId } from 'types/ids'
import { fitsTemplate, freshWording, freshPush, pageOptions, toPush } from '@/features/office/push/push-values'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const node = { id: newId((count) => new Uint8Array(count).fill(9)), name: '东原区总工会' }
const now = new Date('2027-06-01T03:00:00Z')

test.each(OfficerTemplate.options)('fresh fields of %s are all there, its times ready to send', (template) => {
  const data = freshWording(template, now)
  expect(Object.keys(data)).toEqual(messageTemplates[template].fields.map(({ key }) => key))
  const times = Object.entries(data).filter(([key]) => key.startsWith('time'))
  for (const [key, value] of times) expect(checkField(key, value)).toBeNull()
  for (const other of OfficerTemplate.options) expect(fitsTemplate(other, data)).toBe(other === template)
})

test('every page a message may lead to is one the contract takes', () => {
  for (const { value } of pageOptions) {
    const push = { _id: node.id, ...toPush({ ...freshPush(node, now), page: value }, node.id) }
    expect(noticeContract.send.input.safeParse(push).success).toBe(true)
    expect('page' in push).toBe(value !== '')
  }
})
