/** @jest-environment jsdom */
import { act } from 'react'
import { useForm } from 'react-hook-form'
import { TextField } from '@/components/text-field'
import { useDraft } from '@/hooks/use-draft'
import { Button } from '@/components/button'
import { show } from '../../support/show'
import { taro } from '../lib/fake-taro'

jest.mock('@tarojs/components', () => jest.requireActual('../../support/taro-components'))
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual('../lib/fake-taro').taroModule,
  useDidHide: () => undefined,
}))

const Form = ({ version = 1 }: { version?: number }) => {
  const form = useForm({ defaultValues: { place: '', words: '' } })
  const { restoredAt, clear } = useDraft({ key: 'draft-hazard', version, form })
  return (
    <>
      {restoredAt && '已恢复'}
      <TextField control={form.control} name="place" label="地点" />
      <Button onPress={clear}>送出</Button>
    </>
  )
}
const placeOf = (page: Awaited<ReturnType<typeof show>>) =>
  page.host.querySelector<HTMLInputElement>('[aria-label="地点"]')?.value
const pause = () => act(async () => new Promise((resolve) => setTimeout(resolve, 450)))

beforeEach(() => taro.stored.clear())

it('brings back what was typed after a kill', async () => {
  const page = await show(<Form />)
  await page.type('地点', '二号车间')
  await pause()
  const again = await show(<Form />)
  expect(placeOf(again)).toBe('二号车间')
  expect(again.text()).toContain('已恢复')
})

it('writes what is still pending when the page goes', async () => {
  const page = await show(<Form />)
  await page.type('地点', '负一层')
  await page.close()
  expect(placeOf(await show(<Form />))).toBe('负一层')
})

it('forgets a draft of an older form, and one that was sent', async () => {
  const page = await show(<Form />)
  await page.type('地点', '钢筋棚')
  await pause()
  expect(placeOf(await show(<Form version={2} />))).toBe('')
  await page.press('送出')
  await page.close()
  expect(placeOf(await show(<Form />))).toBe('')
})
