import path from 'node:path'
import { openPhone } from '../support/weapp'

const root = path.resolve('dist/empty-app')

describe('phone', () => {
  const phone = openPhone({ root, cloud: { call: async () => ({}) } })

  test('a page is drawn, tapped, typed into and left', async () => {
    await phone.launch()
    expect(phone.text()).toContain('你好，世界')
    await phone.tap('点了 0 次')
    expect(phone.text()).toContain('点了 1 次')
    await phone.input('名字', '张三')
    expect(phone.text()).toContain('你好，张三')
    await phone.tap('再开一页')
    expect(phone.query()).toEqual({ again: '1' })
    expect(phone.text()).toContain('你好，世界')
    await phone.back()
    expect(phone.text()).toContain('你好，张三')
    const { calls, bytes } = await phone.measure(() => phone.tap('点了 1 次'))
    expect(calls).toBe(1)
    expect(bytes).toBeLessThan(200)
  })
})
