/** @jest-environment jsdom */
import { useForm, type Resolver, type ResolverResult } from 'react-hook-form'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { PickerField } from '@/components/picker-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { Button } from '@/components/button'
import { show } from '../../support/show'

jest.mock('@tarojs/components', () => jest.requireActual('../../support/taro-components'))

type Values = {
  name: string
  workers?: number
  idCard: string
  words: string
  kind: string
  school: string
  pledge: boolean
}
const kinds = [
  { value: 'electric', label: '用电安全' },
  { value: 'fire', label: '消防通道' },
]

const needsName: Resolver<Values> = (values): ResolverResult<Values> => {
  if (values.name) return { values, errors: {} }
  return { values: {}, errors: { name: { type: 'required', message: '请填写姓名' } } }
}

const Form = ({ onSend }: { onSend: (values: Values) => void }) => {
  const form = useForm<Values>({
    defaultValues: { name: '', idCard: '', words: '', kind: '', school: '', pledge: false },
    resolver: needsName,
  })
  return (
    <>
      <TextField control={form.control} name="name" label="姓名" />
      <TextField control={form.control} name="workers" kind="number" label="人数" optional />
      <TextField control={form.control} name="idCard" kind="idcard" label="身份证号" />
      <TextareaField control={form.control} name="words" label="情况" max={20} />
      <ChoiceField control={form.control} name="kind" label="类别" options={kinds} />
      <PickerField control={form.control} name="school" label="学历" options={[{ value: 'junior', label: '初中' }]} />
      <CheckboxField control={form.control} name="pledge">
        我愿意
      </CheckboxField>
      <Button onPress={() => void form.handleSubmit(onSend)()}>提交</Button>
    </>
  )
}

it('says under the field what is missing, and nothing is sent', async () => {
  const sent = jest.fn()
  const page = await show(<Form onSend={sent} />)
  await page.press('提交')
  expect(page.all('[role=alert]').map((alert) => alert.textContent)).toEqual(['请填写姓名'])
  expect(sent).not.toHaveBeenCalled()
})

it('keeps what was typed and chosen in the shape the contract takes', async () => {
  const sent = jest.fn()
  const page = await show(<Form onSend={sent} />)
  await page.type('姓名', '王建国')
  await page.type('人数', '12')
  await page.type('身份证号', '99010219900307123x')
  await page.type('情况', '配电箱敞开')
  expect(page.text()).toContain('5 / 20')
  await page.press('消防通道')
  await page.press('学历：请选择学历')
  await page.press('初中')
  await page.press('我愿意')
  await page.press('提交')
  expect(sent.mock.calls[0]?.[0]).toEqual({
    name: '王建国',
    workers: 12,
    idCard: '99010219900307123X',
    words: '配电箱敞开',
    kind: 'fire',
    school: 'junior',
    pledge: true,
  })
  expect(page.find('学历：初中')).toBeDefined()
})

it('an emptied number is nothing, not zero', async () => {
  const sent = jest.fn()
  const page = await show(<Form onSend={sent} />)
  await page.type('姓名', '王')
  await page.type('人数', '3')
  await page.type('人数', '')
  await page.press('提交')
  expect(sent.mock.calls[0]?.[0]).toHaveProperty('workers', undefined)
})
