import { alikeFrom, hazardAlike, type Compared } from 'types/hazard-alike'

const one: Compared = {
  words: '二楼车间应急照明灯不亮',
  place: '青泽机械厂',
  enterpriseId: 'enterprise-one',
  kind: 'fire',
  at: Date.UTC(2027, 4, 6),
}
const days = (count: number) => one.at + count * 86_400_000
const alike = (other: Partial<Compared>, than: Partial<Compared> = {}) =>
  hazardAlike({ ...one, ...than }, { ...one, ...other })

it('finds the same thing with the same fault, however it is put', () => {
  expect(alike({})).toBe(1)
  expect(alike({ words: '车间应急灯坏了' })).toBeGreaterThanOrEqual(alikeFrom)
  expect(alike({ words: '楼梯口被纸箱占用' }, { words: '疏散通道堆放杂物' })).toBeGreaterThanOrEqual(alikeFrom)
})

it('tells another thing or another fault apart', () => {
  expect(alike({ words: '车间配电箱下堆放杂物' })).toBeLessThan(alikeFrom)
  expect(alike({ words: '灭火器没有点检' }, { words: '灭火器被货物挡住' })).toBeLessThan(alikeFrom)
})

it('is the same from both sides', () => {
  const other = { ...one, words: '三楼应急灯坏了', place: '三号楼', at: days(20) }
  expect(hazardAlike(one, other)).toBe(hazardAlike(other, one))
})

it('never takes two enterprises for one', () => {
  expect(alike({ enterpriseId: 'enterprise-two' })).toBe(0)
})

it('asks for a like place where no enterprise is known', () => {
  const street = { enterpriseId: null, place: '建设路与人民路口', words: '井盖破了' }
  expect(alike({ ...street, place: '人民路与建设路口' }, street)).toBeGreaterThanOrEqual(alikeFrom)
  expect(alike({ ...street, place: '滨江公园西门' }, street)).toBeLessThanOrEqual(0.5)
})

it('is less sure of other floors, other kinds and long ago', () => {
  expect(alike({ words: '三楼车间应急照明灯不亮' })).toBeLessThan(0.7)
  expect(alike({ kind: 'electric' })).toBeLessThan(1)
  expect(alike({ kind: 'other' })).toBe(1)
  expect(alike({ at: days(60) })).toBeLessThan(alike({ at: days(6) }))
  expect(alike({ at: days(3000) })).toBe(0.5)
})
