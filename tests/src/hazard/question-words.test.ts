import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { questionWords, reportQuestions, type Doubt } from '@/features/hazard/question-words'

const doubtful: readonly (readonly [string, Doubt])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['..', 'mash'],
  ['1', 'mash'],
  ['１１１', 'mash'],
  ['AAA', 'mash'],
  ['啊啊啊', 'mash'],
  ['测试', 'mash'],
  ['已整改', 'done'],
  ['己整改', 'done'],
  ['以整改。', 'done'],
  ['已经整改完毕', 'done'],
  ['立即整改', 'done'],
  ['隐患已处理', 'done'],
  ['无', 'nothing'],
  ['暂无隐患', 'nothing'],
  ['未发现问题', 'nothing'],
  ['无记录', 'nothing'],
  ['一切正常', 'nothing'],
  ['一般', 'vague'],
  ['一般隐患', 'vague'],
  ['有隐患', 'vague'],
  ['有', 'vague'],
]

it.each(doubtful)('asks about "%s" (%s), with or without a photo', (words, doubt) => {
  expect(questionWords(words, { hasPhoto: true })).toBe(doubt)
  expect(questionWords(words, { hasPhoto: false })).toBe(doubt)
  expect(reportQuestions[doubt]).toMatch(/。$/)
})

it.each([
  '配电箱门敞开',
  '灭火器过期，已更换',
  '电线裸露，已整改',
  '消防通道堵塞',
  '无安全警示标志',
  '没有戴安全帽',
  '未安装漏电开关',
  '正常通道被货物挡住',
  '3号车间2楼漏水，电线泡在水里',
  '安全出口上锁',
])('takes "%s" as it is', (words) => {
  expect(questionWords(words, { hasPhoto: false })).toBeNull()
})

it('asks for more than three characters only where no photo shows it', () => {
  expect(questionWords('漏电', { hasPhoto: false })).toBe('short')
  expect(questionWords('漏电', { hasPhoto: true })).toBeNull()
})

const rowsFile = path.resolve(__dirname, '../../../../shared/data/hazards/self-check-rows.txt')
const onRows = existsSync(rowsFile) ? it : it.skip

// Skipped where the folder with public data is absent.
onRows('bothers few of the writers of real rows, and none of the long ones', () => {
  const rows = readFileSync(rowsFile, 'utf8').split('\n')
  const written = rows.flatMap((row) => /[；;。."]\s(.+)$/.exec(row.trim().replace(/^"|"$/g, ''))?.[1] ?? [])
  const asked = written.filter((words) => questionWords(words, { hasPhoto: true }) !== null)
  expect(asked.length / written.length).toBeGreaterThan(0.01)
  expect(asked.length / written.length).toBeLessThan(0.06)
  expect(asked.filter((words) => [...words].length > 14)).toEqual([])
})
