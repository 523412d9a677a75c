import { answerQuestion, reportQuestions } from '@/features/hazard/question-words'

it('asks in whole sentences, and says what would help', () => {
  const questions = [...Object.values(reportQuestions), answerQuestion]
  for (const question of questions) expect(question).toMatch(/。$/)
  expect(new Set(questions).size).toBe(questions.length)
})
