import { deriveId } from 'types/ids'
import type { ImportReport } from 'types/quiz-imports'
import type { QuestionDetail, QuestionRow } from 'types/quiz-questions'
import type { CampaignRow } from 'types/quiz-contest'
import type { LevelRule } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { textRows, workbookParts, zip } from '../../cloudfunctions/kit/sheet-files'

export type Row = { stem: string; answer?: string; article?: string; category?: string }

const titles = ['题型', '题目', '选项', '答案', '解析', '条款', '分类']

/** A workbook of single-choice questions over 甲, 乙 and 丙. */
export const questionSheet = (rows: readonly Row[]): Buffer => {
  const lines = rows.map(({ stem, answer = 'A', article = '5', category = 'fire' }) => [
    ...['单选题', stem, '**A.甲**B.乙**C.丙', answer, '因为如此', article, category],
  ])
  return zip(workbookParts(textRows([titles, ...lines])))
}

type Law = { law: string; lawVersion: string }
type Level = Partial<LevelRule> & { questions?: number }

/** What an officer does with a bank, as calls. */
export const openBankDesk = (cloud: Cloud) => {
  const upload = (name: string, file: Buffer, openid: string) =>
    cloud.upload(`imports/${deriveId('import', name)}.xlsx`, file, openid)
  const check = (name: string, nodeId: string, fileId: string, openid: string) =>
    cloud.call<ImportReport>(
      'quiz',
      'checkImport',
      { _id: deriveId('import', name), nodeId, fileId, fileName: name },
      openid,
    )
  const save = (name: string, openid: string, take: number[] = [], law: Law = { law: '消防法', lawVersion: '2021' }) =>
    cloud.call<ImportReport>('quiz', 'saveImport', { id: deriveId('import', name), ...law, take }, openid)
  const takeIn = async (name: string, nodeId: string, rows: readonly Row[], openid: string, law?: Law) => {
    const checked = await check(name, nodeId, await upload(name, questionSheet(rows), openid), openid)
    return checked.good > 0 ? save(name, openid, [], law) : checked
  }
  const list = async (nodeId: string, openid: string, wanted: object = {}) =>
    (await cloud.call<{ items: QuestionRow[] }>('quiz', 'questions', { nodeId, ...wanted }, openid)).items
  const detail = (id: string, openid: string) => cloud.call<QuestionDetail>('quiz', 'question', { id }, openid)
  const settle = (id: string, version: number, act: string, openid: string, edits?: object) =>
    cloud.call<{ state: string; version: number }>('quiz', 'settleQuestion', { id, version, act, edits }, openid)
  const doubt = (id: string, version: number, act: string, openid: string, reason = '答案有误') =>
    cloud.call<{ state: string; version: number }>('quiz', 'doubtQuestion', { id, version, act, reason }, openid)

  const levelOf = ({ questions = 1, ...rest }: Level): LevelRule => ({
    ...{ title: '一关', pool: 0, study: false, seconds: 60, passRight: 1 },
    draw: [{ categories: ['fire'], difficulties: [1, 2, 3], questions }],
    ...rest,
  })
  const create = (name: string, nodeId: string, openid: string, level: Level = {}) => {
    const rules = { ...ruleSets[0].rules, attempts: { count: 50, per: 'day', each: 'contest' } }
    const input = {
      ...{ _id: deriveId('campaign', name), nodeId, title: name, slogan: name, ruleSet: 'level-ladder' },
      ...{ opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-06-20T00:00:00.000Z', prizeCap: 200_00 },
      contest: { rules, levels: [levelOf(level)] },
    }
    return cloud.call<CampaignRow>('quiz', 'createCampaign', input, openid)
  }
  /** A campaign that runs: created and opened. */
  const run = async (name: string, nodeId: string, openid: string, level: Level = {}) => {
    const { id, version } = await create(name, nodeId, openid, level)
    await cloud.call('quiz', 'moveCampaign', { id, version, act: 'open' }, openid)
    return id
  }
  const poolDoc = async (campaignId: string) =>
    (await rawDocuments(cloud, 'quiz_levels', { _id: `${campaignId}.1.pool` }))[0]
  const poolOf = async (name: string) => {
    const pool = (await poolDoc(deriveId('campaign', name)))?.pool as Record<string, unknown>[][] | undefined
    return (pool ?? []).flat() as { _id: string; stem: string; nodeId: string; answer: unknown[] }[]
  }
  /** Ticks until nothing of the bank waits for the drainer. */
  const settleDown = async () => {
    for (let round = 0; round < 30; round++) {
      await cloud.tick('quiz')
      const waiting = await Promise.all(
        ['questions', 'quiz_laws', 'quiz_disputes', 'question_imports', 'campaigns', 'plays'].map((name) =>
          rawDocuments(cloud, name, { outboxAt: { $ne: null } }),
        ),
      )
      if (waiting.flat().length === 0) return
    }
    throw new Error('the drainer does not come to rest')
  }
  return { upload, check, save, takeIn, list, detail, settle, doubt, create, run, poolDoc, poolOf, settleDown }
}
export type BankDesk = ReturnType<typeof openBankDesk>
