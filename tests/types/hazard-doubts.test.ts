import { doubtOf, questionWords, saysNothing, type Doubt } from 'types/hazard-doubts'

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
  ['一经发现，马上整改', 'done'],
  ['已更换新的', 'done'],
  ['通道已整改好', 'done'],
  ['无', 'nothing'],
  ['暂无隐患', 'nothing'],
  ['未发现问题', 'nothing'],
  ['无记录', 'nothing'],
  ['一切正常', 'nothing'],
  ['消防设施完好', 'nothing'],
  ['一般', 'vague'],
  ['一般隐患', 'vague'],
  ['有隐患', 'vague'],
  ['有', 'vague'],
  ['没有及时更新', 'vague'],
  ['您好，这里有安全隐患，请尽快处理', 'done'],
  ['请看图片', 'vague'],
  ['某某（某地）科技有限公司', 'vague'],
  ['例行检查', 'vague'],
  ['灭火器', 'vague'],
  ['安全出口', 'vague'],
  ['哈哈哈', 'mash'],
]

it.each(doubtful)('asks about "%s" (%s), with or without a photo', (words, doubt) => {
  expect(questionWords(words, { hasPhoto: true })).toBe(doubt)
  expect(questionWords(words, { hasPhoto: false })).toBe(doubt)
})

it.each([
  '配电箱门敞开',
  '灭火器过期，已更换',
  '电线裸露，已整改',
  '防火门坏，立即整改',
  '应急灯坏了，现已修好',
  '灭火器配备不足，已整改',
  '安全出口锁了，已整改，保持畅通',
  '杂物清理后通道畅通',
  '消防设备不完善',
  '未定期检查',
  '不知道煤气阀是否漏气',
  '插座过热情况',
  '新员工没有培训',
  '制度不完善',
  '未进行消防演练',
  '疏散指示牌需完善',
  '灭火器少一个',
  '灭火器没有点检',
  '机器故障',
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
  expect(doubtOf('漏电')).toBeNull()
})

it('marks a report for the officer only where neither words nor pictures tell', () => {
  expect(saysNothing('有隐患', 0)).toBe(true)
  expect(saysNothing('有隐患', 1)).toBe(false)
  expect(saysNothing('漏电', 0)).toBe(false)
})
