import { idCardCheckCharacter } from 'types/id-card'
import { askedFields } from '@/features/volunteer/apply/asked'
import { problemsOf, serverProblems, toForm } from '@/features/volunteer/apply/problems'
import { applySteps, emptyApplication, type ApplyValues } from '@/features/volunteer/apply/values'
import { ApplicationForm } from 'types/volunteer-form'

jest.mock('@/features/volunteer/api', () => ({}))

const numberOf = (birth: string) => {
  const digits = `990001${birth}001`
  return digits + idCardCheckCharacter(digits)
}
const line = Array.from({ length: 12 }, (_, at) => [at / 12, 0.5] as const)
const filled: ApplyValues = {
  ...emptyApplication,
  ...{ lawAbiding: 'yes', unionMember: 'yes', versed: 'yes', fit: 'yes', pledge: 'yes' },
  ...{ name: '柳青', idCard: numberOf('19850309'), phone: '13900000001', nativePlace: '云州', political: 'masses' },
  ...{ education: 'college', health: 'good', unit: '泽能机械', post: '电工', specialties: ['electrician'] },
  ...{ nodeId: 'A'.repeat(22), strokes: [line], agreed: true, agreedIdCard: true, agreedHealth: true },
}
const changed = (change: Partial<ApplyValues>, again = false) => problemsOf({ ...filled, ...change }, again)

beforeAll(() => jest.useFakeTimers({ now: new Date('2026-06-10T02:00:00.000Z') }))
afterAll(() => jest.useRealTimers())

test('a form filled in has no problem, and is what the contract takes', () => {
  expect(problemsOf(filled, false)).toEqual({})
  expect(ApplicationForm.parse(toForm(filled))).toMatchObject({ name: '柳青', signature: '柳青', pledge: true })
})

test.each<[string, Partial<ApplyValues>, keyof ApplyValues, RegExp]>([
  ['no member of the union', { unionMember: 'no' }, 'unionMember', /还不能报名/],
  ['a condition not answered', { fit: '' }, 'fit', /是.*不是/],
  ['15 digits', { idCard: '990001850309001' }, 'idCard', /15 位/],
  ['a wrong check character', { idCard: '990001198503090010' }, 'idCard', /填错|核对/],
  ['full-width digits', { idCard: '９９０００１１９８５０３０９００１１' }, 'idCard', /全角/],
  ['one day short of 18', { idCard: numberOf('20080611') }, 'idCard', /年满 18 周岁/],
  ['born on 29 February, 17 on the day', { idCard: numberOf('20120229') }, 'idCard', /14 周岁/],
  ['71 today', { idCard: numberOf('19550610') }, 'idCard', /不超过 70 周岁/],
  ['a dot for a signature', { strokes: [[[0.5, 0.5]]] }, 'strokes', /写下您的姓名/],
  ['somebody else’s name typed', { signing: 'type', signature: '王春' }, 'signature', /一致/],
  ['another specialty without a word', { specialties: ['other'] }, 'otherSpecialty', /写明/],
  ['a certificate without a name', { certificates: [{ kept: 'x', name: ' ' }] }, 'certificates', /名称/],
  ['no word on the number', { agreedIdCard: false }, 'agreedIdCard', /单独勾选/],
  ['no word on health', { agreedHealth: false }, 'agreedHealth', /单独勾选/],
  ['a photo without a word on it', { photo: 'x' }, 'agreedPhoto', /单独勾选/],
])('%s', (_title, change, field, sentence) => {
  const problems = changed(change)
  expect(Object.keys(problems)).toEqual([field])
  expect(problems[field]).toMatch(sentence)
  expect(applySteps.some(({ fields }) => fields.includes(field))).toBe(true)
})

test('a lower-case x, eighteen today and seventy today pass', () => {
  const lower = Array.from({ length: 30 }, (_, day) => numberOf(`198501${String(day + 1).padStart(2, '0')}`)).find(
    (number) => number.endsWith('X'),
  )
  expect(lower).toBeDefined()
  expect(changed({ idCard: lower?.toLowerCase() ?? '' })).toEqual({})
  for (const birth of ['20080610', '19550611', '20040229']) expect(changed({ idCard: numberOf(birth) })).toEqual({})
})

test('of a returned form number and phone may stay as they were', () => {
  expect(changed({ idCard: '', phone: '' }, true)).toEqual({})
  expect(Object.keys(changed({ idCard: '', phone: '' }))).toEqual(expect.arrayContaining(['idCard', 'phone']))
})

test('what the server found wrong stands at its field', () => {
  const fields = { 'form.idCard': 'a', 'form.papers.photo': 'b', 'form.papers.certificates.0.name': 'c' }
  expect(serverProblems({ ...fields, 'form.papers.signature': 'd' })).toEqual({
    ...{ idCard: 'a', photo: 'b', certificates: 'c', strokes: 'd' },
  })
})

test('a reviewer’s words lead to the fields they speak of', () => {
  expect(askedFields('请补充安全生产相关证书照片后再交。')).toEqual(['certificates'])
  expect(askedFields('照片不清楚，请重拍；部门职务没有写全。')).toEqual(['photo', 'post'])
  expect(askedFields('请再想一想。')).toEqual([])
})
