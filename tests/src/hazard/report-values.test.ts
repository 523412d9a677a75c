import { reportEntries } from 'types/hazard-report'
import { receiptCode } from 'types/ids'
import { freshReport, toSubmission, toValues, type ReportValues } from '@/features/hazard/report-values'
import { shorten } from '@/lib/shorten'
import type { QueueItem } from '@/lib/storage-keys'
import type { Submission } from '@/lib/submit-queue'

// Storage is empty: nobody came by a code.
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getStorageSync: () => '' } }))

const id = 'H000000000000000000001'
const unit = { id: 'E000000000000000000001', name: '泽能机械' }
const written: ReportValues = {
  ...freshReport,
  ...{ id, unit, place: ' 二号车间 ', words: '配电箱门敞开', wish: '请加锁', kind: 'electric', photos: ['k1', 'k2'] },
}

const asQueued = (submission: Submission): QueueItem => ({
  ...{ id, domain: submission.domain, action: submission.action, title: submission.title, input: submission.input },
  fileField: submission.files?.field ?? null,
  files: (submission.files?.kept ?? []).map((kept) => ({ kept, cloudPath: '', fileId: null })),
  ...{ state: 'attention', attempts: 0, nextAt: 0, createdAt: '', problem: null, result: null, note: submission.note },
})

const beside = { id, kind: 'electric', boothId: 'B000000000000000000001', retrievalKey: undefined } as const

it('sends what the contract takes, with the photos where the cloud looks for them', () => {
  const { input, files } = toSubmission(written, beside)
  const photos = [1, 2].map((at) => `cloud://env.bucket/${files?.cloudPath(`${at}.jpg`)}`)
  const parsed = reportEntries.report.input.safeParse({ ...input, photos })
  expect(parsed.error).toBeUndefined()
  expect(parsed.data).toMatchObject({ enterpriseId: unit.id, place: '二号车间', wish: '请加锁', identity: 'hidden' })
  expect(files?.cloudPath('1.jpg')).toBe(`hazard/${id}/before/1.jpg`)
})

it('lets a photo speak for itself', () => {
  const { input } = toSubmission({ ...written, words: ' ', unit: null, wish: '' }, { ...beside, boothId: undefined })
  expect(input.words).toBe('见照片')
  expect(Object.keys(input).sort()).toEqual(['_id', 'identity', 'kind', 'place', 'source', 'words'])
  expect(input.source).toEqual({})
})

it('an anonymous report carries its key', () => {
  const { input } = toSubmission({ ...written, identity: 'anonymous' }, { ...beside, retrievalKey: 'K'.repeat(22) })
  expect(reportEntries.report.input.safeParse({ ...input, photos: [] }).success).toBe(true)
})

it('comes back from the queue as it was written', () => {
  expect(toValues(asQueued(toSubmission(written, beside)))).toEqual({ ...written, place: '二号车间' })
  const wordless = toSubmission({ ...written, words: '' }, beside)
  expect(toValues(asQueued(wordless)).words).toBe('')
})

it('the phone knows the receipt code before the cloud answers', () => {
  expect(receiptCode(id)).toMatch(/^[2-9A-HJKMNP-Z]{9}$/)
})

it('shortens by characters a person sees, never inside one', () => {
  expect(shorten('一二三四五', 5)).toBe('一二三四五')
  expect(shorten('一二三四五六', 5)).toBe('一二三四…')
  expect(shorten('一\n二  三', 9)).toBe('一 二 三')
  expect(shorten('😀😀😀', 2)).toBe('😀…')
})
