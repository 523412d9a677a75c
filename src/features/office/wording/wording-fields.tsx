import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { checkFields } from 'types/check-fields'
import { messageTemplates } from 'types/message-templates'
import { personalPlaceholders, placeholders, spell, spellChoice, type Placeholder } from 'types/placeholders'
import type { OfficerTemplate } from 'types/template-keys'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'

/** What a form that writes a message has at least. */
export type Worded = { template: OfficerTemplate; wording: Record<string, string> }
type Props = { form: UseFormReturn<Worded>; mayBeOpen?: boolean }

const words: readonly { label: string; text: string }[] = [
  ...(Object.keys(placeholders) as Placeholder[]).map((key) => ({ label: placeholders[key].word, text: spell(key) })),
  ...personalPlaceholders.map((key) => ({ label: `有无${placeholders[key].word}`, text: spellChoice(key) })),
]

const isTime = (key: string) => key.startsWith('time')

type FieldProps = Props & { template: OfficerTemplate; field: { key: string; name: string; hint: string } }

const WordingField = ({ form, template, field: { key, name, hint }, mayBeOpen }: FieldProps) => {
  const path = `wording.${key}` as const
  const problemOf = (value: unknown) => {
    const text = typeof value === 'string' ? value : ''
    if (mayBeOpen && text.trim() === '') return true
    const problem = checkFields(template, { [key]: text }).find((field) => field.key === key)?.problem
    return problem ?? true
  }
  const insert = (text: string) =>
    form.setValue(path, `${form.getValues(path) ?? ''}${text}`, { shouldDirty: true, shouldTouch: true })
  const offered = isTime(key) ? words.filter(({ text }) => text === spell('day')) : words
  return (
    <View className="stack-s">
      <TextField
        control={form.control}
        name={path}
        label={name}
        hint={hint}
        max={200}
        optional={mayBeOpen}
        rules={{ validate: problemOf }}
      />
      <View className="row-wrap">
        {offered.map(({ label, text }) => (
          <Button key={label} small kind="quiet" onPress={() => insert(text)}>
            {`＋${label}`}
          </Button>
        ))}
      </View>
    </View>
  )
}

/** Each field of the template, with the words that can be put into it. */
export const WordingFields = ({ form, mayBeOpen }: Props) => {
  const template = useWatch({ control: form.control, name: 'template' })
  return (
    <>
      {messageTemplates[template].fields.map((field) => (
        <WordingField
          key={`${template}-${field.key}`}
          form={form}
          template={template}
          field={field}
          mayBeOpen={mayBeOpen}
        />
      ))}
      <View className="note">
        “＋姓名”等会换成每个收件人自己的；“＋有无单位”按有没有登记单位写两种话，竖线前是有的，竖线后是没有的。
      </View>
    </>
  )
}
