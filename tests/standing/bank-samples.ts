import { questionKey } from 'types/bank'
import { deriveId } from 'types/ids'
import { lawId } from 'types/quiz-laws'
import { documentsOf, east } from './world'

const id = (name: string) => deriveId('sample', name)
const campaignId = documentsOf('campaigns')[0]?._id
const ownQuestion = deriveId('question', east, questionKey('电气火灾先做什么？'))
const ownDispute = documentsOf('quiz_disputes').find((doc) => (doc.owners as string[]).includes(east))?._id

/** Sound inputs of everything about questions, laws and disputes, about the east district's. */
export const bankSamples = {
  'quiz.checkImport': {
    _id: id('import'),
    nodeId: east,
    fileId: 'cloud://local-ankang.x/none.xlsx',
    fileName: 'none.xlsx',
  },
  'quiz.saveImport': { id: id('import'), law: '安全生产法', lawVersion: '2021' },
  'quiz.starterBank': { nodeId: east },
  'quiz.takeStarterBank': { nodeId: east },
  'quiz.questions': { nodeId: east, state: 'flagged' },
  'quiz.question': { id: ownQuestion },
  'quiz.settleQuestion': { id: ownQuestion, version: 0, act: 'enable', edits: { article: 5 } },
  'quiz.doubtQuestion': { id: ownQuestion, version: 0, act: 'flag', reason: '与新规定不符' },
  'quiz.laws': {},
  'quiz.addLaw': { name: '样本条例', lawVersion: '2025', from: '2025-06-01' },
  'quiz.amendLaw': { id: lawId('消防法'), version: 0, lawVersion: '2026', from: '2026-09-01' },
  'quiz.dispute': { _id: id('said'), campaignId: campaignId, paperId: id('nowhere'), no: 1, words: '答案不对' },
  'quiz.myDisputes': {},
  'quiz.disputes': { nodeId: east, open: true },
  'quiz.answerDispute': { id: ownDispute, version: 0, act: 'keep', reply: '谢谢您，已核对。' },
  'quiz.quality': { id: id('campaign'), level: 1 },
}
