import {
  lock,
  mark,
  nextAfter,
  onward,
  openSheet,
  pick,
  toAnswers,
  unanswered,
  undo,
  unsent,
  type Sheet,
} from '@/features/quiz/sheet-state'
import { paperOf } from './papers'

const question = (paper: ReturnType<typeof paperOf>, sheet: Sheet) => paper.questions[sheet.at]!
const answered = (paper: ReturnType<typeof paperOf>, sheet: Sheet, option: number) =>
  onward(paper, lock(pick(sheet, question(paper, sheet), option), question(paper, sheet), 4))

describe('a choice', () => {
  const paper = paperOf('sm')
  const sheet = openSheet(paper, [])

  it('of a single question is replaced by another tap, and each begins the time to change it anew', () => {
    const first = pick(sheet, question(paper, sheet), 1)
    const second = pick(first, question(paper, sheet), 3)
    expect(second.picked).toEqual([3])
    expect(second.turn).toBe(first.turn + 1)
  })

  it('tapped again stays, and its time runs on', () => {
    const first = pick(sheet, question(paper, sheet), 1)
    expect(pick(first, question(paper, sheet), 1)).toBe(first)
  })

  it('of a multiple question grows and shrinks, in the order of the options', () => {
    const many = [3, 0, 2, 3].reduce((now, option) => pick(now, paper.questions[1]!, option), sheet)
    expect(many.picked).toEqual([0, 2])
  })

  it('is taken back by undo, and then nothing can stand', () => {
    const none = undo(pick(sheet, question(paper, sheet), 1))
    expect(none.picked).toEqual([])
    expect(lock(none, question(paper, sheet), 3)).toBe(none)
  })

  it('that stands is not changed any more', () => {
    const stands = lock(pick(sheet, question(paper, sheet), 1), question(paper, sheet), 3)
    expect(stands.standing).toEqual([{ no: 1, chosen: [1], seconds: 3 }])
    expect(pick(stands, question(paper, stands), 2)).toBe(stands)
  })
})

describe('going on', () => {
  it('leads to the next question without an answer, from the front again after the last', () => {
    const paper = paperOf('sss')
    const skipped = onward(paper, openSheet(paper, []))
    expect(skipped.at).toBe(1)
    const second = answered(paper, skipped, 0)
    expect(second.at).toBe(2)
    const third = answered(paper, second, 0)
    expect(third.at).toBe(0)
    expect(unanswered(paper, third)).toEqual([1])
    expect(nextAfter(paper, third)).toBeNull()
    expect(onward(paper, third)).toBe(third)
  })

  it('shows what was prepared on the other side, with nothing chosen', () => {
    const paper = paperOf('ss')
    const sheet = pick(openSheet(paper, []), paper.questions[0]!, 2)
    const after = onward(paper, sheet)
    expect([sheet.side, after.side]).toEqual([0, 1])
    expect(after.picked).toEqual([])
  })

  it('leaves a paper of one question where it is', () => {
    const paper = paperOf('j')
    expect(nextAfter(paper, openSheet(paper, []))).toBeNull()
  })
})

describe('a paper met again', () => {
  it('goes on where it was left, with what the phone kept', () => {
    const paper = paperOf('sss')
    const sheet = openSheet(paper, [{ no: 1, chosen: [2], seconds: 9 }])
    expect(sheet.at).toBe(1)
    expect(toAnswers(paper, sheet, 5)).toEqual([{ no: 1, chosen: [2], seconds: 9 }])
  })

  it('believes the cloud before the phone, and sends only what has not arrived', () => {
    const paper = paperOf('ss', { answering: 'locked', locked: [{ no: 1, chosen: [0], right: true }] })
    const sheet = openSheet(paper, [
      { no: 1, chosen: [3], seconds: 2 },
      { no: 2, chosen: [1], seconds: 2 },
    ])
    expect(sheet.marks).toEqual({ 1: true })
    expect(unsent(sheet)).toEqual([{ no: 2, chosen: [1], seconds: 2 }])
    expect(sheet.standing[0]?.chosen).toEqual([0])
  })

  it('forgets what fits no question of it', () => {
    const kept = [
      { no: 9, chosen: [0], seconds: 1 },
      { no: 1, chosen: [2], seconds: 1 },
      { no: 2, chosen: [], seconds: 1 },
    ]
    expect(openSheet(paperOf('js'), kept).standing).toEqual([])
  })
})

describe('what is sent', () => {
  it('holds a choice that could still have been changed when the time ended', () => {
    const paper = paperOf('ss')
    const sheet = pick(openSheet(paper, []), paper.questions[0]!, 3)
    expect(toAnswers(paper, sheet, 7)).toEqual([{ no: 1, chosen: [3], seconds: 7 }])
  })

  it('tells, once marked, the answer that stands, even where another phone gave it', () => {
    const paper = paperOf('ss', { answering: 'locked' })
    const sheet = lock(pick(openSheet(paper, []), paper.questions[0]!, 3), paper.questions[0]!, 2)
    const marked = mark(sheet, { no: 1, chosen: [0], right: false })
    expect(marked.standing).toEqual([{ no: 1, chosen: [0], seconds: 2 }])
    expect(unsent(marked)).toEqual([])
  })
})
