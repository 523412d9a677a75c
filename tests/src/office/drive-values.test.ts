import { shippedHolidays, bookOf } from 'types/holidays'
import { checkField } from 'types/message-fields'
import { DriveForm, driveProblems } from 'types/drive-form'
import { drivePatterns } from 'types/drive-patterns'
import {
  blankDrive,
  copiedValues,
  nextStage,
  patternValues,
  toDrive,
  valuesOf,
} from '@/features/office/drive/drive-values'
import { originOfDrive } from '@/features/office/push/push-origin'
import { paintShare, shareSize, wrapped } from '@/lib/paint-share'
import type { Painter } from '@/lib/paint-certificate'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const book = bookOf(shippedHolidays)

test.each(drivePatterns.map(({ code }) => code))('the form of %s goes to the contract and back unchanged', (code) => {
  const values = patternValues(code, 2026, book)
  const form = toDrive(values)
  expect(DriveForm.safeParse(form).success).toBe(true)
  expect(valuesOf(form)).toEqual(values)
})

test('a pattern of a year whose holidays are unknown keeps its name and asks for the days', () => {
  const values = patternValues('spring-festival', 2031, book)
  expect(values.theme).toBe('春节节前安全检查')
  expect(values.from).toBe(blankDrive().from)
})

test('next year’s drive has next year in its name, its days and its stages', () => {
  const copy = copiedValues(toDrive(patternValues('search-drive', 2026, book)))
  expect(copy.theme).toBe('2027 年“查保促”集中行动')
  expect([copy.from, copy.to, copy.stages.at(-1)?.due]).toEqual(['2027-12-01', '2028-04-30', '2028-05-10'])
  expect(driveProblems(toDrive(copy))).toEqual({})
})

test('a new stage begins where the last one ends', () => {
  const values = patternValues('safety-month', 2026, book)
  expect(nextStage({ ...values, stages: [] }).from).toBe('2026-06-01')
  expect(nextStage({ ...values, stages: values.stages.slice(0, 1) }).from).toBe('2026-06-05')
})

test('the first word of a drive fits the message, however long its theme is', () => {
  const drive = { id: 'd', theme: '职'.repeat(30), from: '2026-06-01', union: '会'.repeat(40), slogan: '' }
  const { template, wording = {}, page } = originOfDrive(drive).values
  expect([template, page]).toEqual(['activity', 'packages/notice/drives'])
  for (const [key, value] of Object.entries(wording)) expect([key, checkField(key, value)]).toEqual([key, null])
})

describe('the card in a chat', () => {
  const widthOf = (line: string) => [...line].length * 10
  test('is wrapped, and ends in an ellipsis where it is too long', () => {
    expect(wrapped('安全生产月', 30, 2, widthOf)).toEqual(['安全生', '产月'])
    expect(wrapped('安全生产月活动周', 30, 2, widthOf)).toEqual(['安全生', '产月…'])
    expect(wrapped('', 30, 2, widthOf)).toEqual([''])
  })

  test('is five to four, and every word stands within it', () => {
    expect(shareSize.width / shareSize.height).toBe(1.25)
    const written: [string, number, number][] = []
    const painter = {
      font: '',
      fillRect: () => undefined,
      measureText: (text: string) => ({ width: [...text].length * 96 }),
      fillText: (text: string, x: number, y: number) => written.push([text, x, y]),
    } as unknown as Painter
    const facts = { theme: '主'.repeat(30), slogan: '口'.repeat(40), days: '6月1日 至 6月30日', union: '会'.repeat(40) }
    paintShare(painter, { ...facts, colours: ['#000', '#111'] })
    const lines = written.map(([, , y]) => y)
    expect(Math.max(...lines)).toBeLessThan(shareSize.height)
    expect(new Set(lines).size).toBe(lines.length)
    expect(written.some(([text]) => text.endsWith('…'))).toBe(true)
  })
})
