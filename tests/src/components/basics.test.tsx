/** @jest-environment jsdom */
import { Button } from '@/components/button'
import { Chip, ChipChoices } from '@/components/chip'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Segment } from '@/components/segment'
import { Sheet } from '@/components/sheet'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { hazardMachine } from 'types/hazard-machine'
import { show } from '../../support/show'

jest.mock('@tarojs/components', () => jest.requireActual('../../support/taro-components'))

it('a button is pressed by finger and by key, and not while it is busy or off', async () => {
  const pressed = jest.fn()
  const page = await show(<Button onPress={pressed}>提交</Button>)
  await page.press('提交')
  await page.key('提交', 'Enter')
  await page.key('提交', ' ')
  await page.key('提交', 'a')
  expect(pressed).toHaveBeenCalledTimes(3)
  for (const off of [{ loading: true }, { disabled: true }]) {
    await page.render(
      <Button onPress={pressed} {...off}>
        提交
      </Button>,
    )
    await page.press('提交')
    await page.key('提交', 'Enter')
    expect(page.find('提交')?.getAttribute('aria-disabled')).toBe('true')
  }
  expect(pressed).toHaveBeenCalledTimes(3)
})

it('a chosen chip and segment say so in more than colour', async () => {
  const chosen = jest.fn()
  const page = await show(
    <>
      <Chip on onPress={() => undefined}>
        用电安全
      </Chip>
      <Segment
        label="身份"
        value="named"
        onChange={chosen}
        options={[
          { value: 'named', label: '实名' },
          { value: 'hidden', label: '对企业保密' },
        ]}
      />
    </>,
  )
  expect(page.find('用电安全')?.getAttribute('aria-checked')).toBe('true')
  expect(page.find('用电安全')?.querySelector('.icon-check')).not.toBeNull()
  expect(page.find('实名')?.getAttribute('aria-checked')).toBe('true')
  await page.press('对企业保密')
  expect(chosen).toHaveBeenCalledWith('hidden')
})

it('several choices are added and taken away', async () => {
  const changed = jest.fn()
  const options = [
    { value: 'a', label: '电工' },
    { value: 'b', label: '燃气' },
  ]
  const page = await show(<ChipChoices label="专业" options={options} value={['a']} onChange={changed} />)
  await page.press('燃气')
  await page.press('电工')
  expect(changed.mock.calls).toEqual([[['a', 'b']], [[]]])
})

it('a sheet closes by its cross, by its ground and by Escape', async () => {
  const closed = jest.fn()
  const page = await show(
    <Sheet open title="筛选" onClose={closed}>
      内容
    </Sheet>,
  )
  expect(page.all('[role=dialog]')[0]?.getAttribute('aria-label')).toBe('筛选')
  await page.press('关闭')
  page.all('.sheet-ground')[0]?.click()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(closed).toHaveBeenCalledTimes(3)
  await page.render(
    <Sheet open={false} title="筛选" onClose={closed}>
      内容
    </Sheet>,
  )
  expect(page.text()).toBe('')
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(closed).toHaveBeenCalledTimes(3)
})

it('a dialog does nothing until its own word is pressed', async () => {
  const [confirmed, closed] = [jest.fn(), jest.fn()]
  const page = await show(
    <ConfirmDialog open danger title="删除？" confirmWord="确认删除" onConfirm={confirmed} onClose={closed} />,
  )
  await page.press('再想想')
  expect(confirmed).not.toHaveBeenCalled()
  await page.press('确认删除')
  expect([confirmed, closed].map((call) => call.mock.calls.length)).toEqual([1, 1])
})

it('a number that is not known yet is not shown as 0', async () => {
  const page = await show(<Stat value={undefined} label="待交办" />)
  expect(page.text()).toBe('待交办')
  await page.render(<Stat value={3418} label="待交办" />)
  expect(page.text()).toBe('3,418待交办')
})

it('every state of the hazard table has its word', async () => {
  const page = await show(
    Object.values(hazardMachine.states).map((state) => <StateTag key={state.label} state={state} />),
  )
  expect(page.all('.tag').map((tag) => tag.textContent)).toEqual(
    Object.values(hazardMachine.states).map(({ label }) => label),
  )
})

it('a time line says what is done and what is to come', async () => {
  const page = await show(
    <Timeline
      items={[
        { title: '您上报了隐患', at: '2027-06-11T00:12:00Z', tone: 'done' },
        { title: '销号', tone: 'next' },
      ]}
    />,
  )
  expect(page.text()).toMatch(/6 月 11 日 08:12/)
  expect(page.all('.timeline-dot').map((dot) => dot.getAttribute('aria-label'))).toEqual(['已完成', '还没到'])
})
