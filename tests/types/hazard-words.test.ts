import { suggestKinds } from 'types/hazard-words'

const examples: readonly (readonly [string, string])[] = [
  ['配电箱门敞开，电线外皮破损，旁边堆着纸箱', 'electric'],
  ['插座烧黑了还在用', 'electric'],
  ['配电箱门没贴当心触电标志', 'electric'],
  ['疏散通道堆满货物，安全出口上锁', 'fire'],
  ['灭火器压力不足', 'fire'],
  ['应急照明灯不亮', 'fire'],
  ['电梯口堆满纸箱，走不过去', 'fire'],
  ['楼道里停了三辆电动车', 'fire'],
  ['冲床防护罩拆了没装回去', 'machine'],
  ['行车钢丝绳断股', 'machine'],
  ['塔吊限位失灵', 'machine'],
  ['脚手架没挂安全网，工人没系安全带', 'height'],
  ['电梯井洞口没有临边防护', 'height'],
  ['氧气瓶和乙炔瓶挨着放', 'chemical'],
  ['油漆和稀释剂敞口放在车间', 'chemical'],
  ['下污水池清淤没有先通风检测', 'confined'],
  ['下水道清淤没带检测仪', 'confined'],
  ['消毒间氯味很重', 'chemical'],
  ['叉车在车间超速，人车不分', 'traffic'],
  ['骑手不戴头盔还逆行', 'traffic'],
  ['打磨工位粉尘大，没发防尘口罩', 'health'],
  ['有人未戴安全帽还抽烟', 'conduct'],
  ['新员工没有经过培训就上岗', 'other'],
  ['未进行消防演练', 'other'],
  ['车间地面积水湿滑', 'other'],
]

it.each(examples)('%s → %s', (words, kind) => {
  expect(suggestKinds(words)[0]).toBe(kind)
})

it('suggests nothing where no word tells', () => {
  expect(suggestKinds('')).toEqual([])
  expect(suggestKinds('这里看着不太对劲')).toEqual([])
})

it('counts the longest word at a place only', () => {
  expect(suggestKinds('应急照明灯坏了')[0]).toBe('fire')
  expect(suggestKinds('照明灯坏了')[0]).toBe('electric')
})

it('hears a place behind a word, not a thing', () => {
  expect(suggestKinds('配电房灭火器过期')[0]).toBe('fire')
  expect(suggestKinds('电梯边的防火门坏了')[0]).toBe('fire')
})

it('hears words of full width, and the same words always the same way', () => {
  expect(suggestKinds('缺ＭＳＤＳ')).toEqual(suggestKinds('缺MSDS'))
  expect(suggestKinds('叉车挡住灭火器')).toEqual(suggestKinds('叉车挡住灭火器'))
})
