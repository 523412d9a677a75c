import { useEffect } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { TextRow } from 'types/notice-template'
import { OfficerTemplate } from 'types/template-keys'
import { messageTemplates } from 'types/message-templates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { Page } from '@/components/page'
import { PickerField } from '@/components/picker-field'
import { QueryView } from '@/components/query-view'
import { TextField } from '@/components/text-field'
import { pageOptions } from '@/features/office/push/push-values'
import { SampleCard } from '@/features/office/wording/sample-card'
import { useCreateText, useSaveText, useText } from '@/features/office/wording/text-api'
import { emptyWording, freshText, toBody, valuesOf, type TextValues } from '@/features/office/wording/text-values'
import { WordingFields, type Worded } from '@/features/office/wording/wording-fields'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const templateOptions = OfficerTemplate.options.map((value) => ({ value, label: messageTemplates[value].title }))

type Props = { seat: Seat; text?: TextRow; isCopy: boolean }

const useSaving = ({ seat, text, isCopy }: Props) => {
  const create = useCreateText()
  const save = useSaveText()
  const isNew = !text || isCopy
  const submit = (values: TextValues) => {
    const body = toBody(values)
    if (!isNew) {
      save.mutate(
        { id: text.id, version: text.version, ...body },
        {
          onSuccess: () => {
            showToast('已保存为新的一版', 'good')
            goBack()
          },
        },
      )
      return
    }
    create.mutate(
      { nodeId: seat.nodeId, template: values.template, ...body },
      { onSuccess: ({ id }) => replacePage(routes.officeText, { id }) },
    )
  }
  return { submit, isNew, error: create.error ?? save.error, isPending: create.isPending || save.isPending }
}

const TextForm = (props: Props) => {
  const { seat, text, isCopy } = props
  const form = useForm<TextValues>({ defaultValues: text ? valuesOf(text, isCopy) : freshText() })
  const { submit, isNew, error, isPending } = useSaving(props)
  useFieldErrors(form, error)
  const { control, setValue } = form
  const [template, wording] = useWatch({ control, name: ['template', 'wording'] })
  useEffect(() => {
    const keys = Object.keys(emptyWording(template))
    if (!keys.every((key) => key in wording)) setValue('wording', { ...emptyWording(template), ...wording })
  }, [template, wording, setValue])
  return (
    <Page
      title={isNew ? '新文本' : '修改文本'}
      wide
      footer={
        <View className="office-act">
          <Button loading={isPending} onPress={submitAnew(form, submit)}>
            {isNew ? '保存' : '保存为新的一版'}
          </Button>
        </View>
      }
    >
      <View className="office-split">
        <View className="office-part">
          <Card>
            <View className="stack">
              <TextField control={control} name="name" label="名称" hint="自己人看的，如“暴雨前自查”" max={30} />
              <TextField
                control={control}
                name="folder"
                label="文件夹"
                optional
                hint="同一个名字的会放在一起"
                max={20}
              />
              {isNew && !isCopy && (
                <ChoiceField control={control} name="template" label="微信消息模板" options={templateOptions} />
              )}
            </View>
          </Card>
          <Card>
            <View className="stack">
              <WordingFields form={form as unknown as UseFormReturn<Worded>} mayBeOpen />
              <View className="note">不固定的项目可以空着，推送时再写。</View>
              <PickerField control={control} name="page" label="点开消息后" optional options={pageOptions} />
            </View>
          </Card>
          {error && <Card tone="red">{sentenceOf(error)}</Card>}
        </View>
        <View className="office-part">
          <SampleCard template={template} wording={wording} union={seat.nodeName} />
        </View>
      </View>
    </Page>
  )
}

const Existing = ({ seat, id, isCopy }: { seat: Seat; id: string; isCopy: boolean }) => {
  const query = useText(id)
  if (!query.data)
    return (
      <Page title="修改文本">
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    )
  return <TextForm key={id} seat={seat} text={query.data.text} isCopy={isCopy} />
}

/** Writes a text, changes one, or begins with a copy of one. */
const TextEditPage = () => {
  const id = useQueryParam('id')
  const isCopy = useQueryParam('copy') === '1'
  return (
    <WithSeat title="消息文本">
      {(seat) => (id ? <Existing seat={seat} id={id} isCopy={isCopy} /> : <TextForm seat={seat} isCopy={false} />)}
    </WithSeat>
  )
}

export default TextEditPage
