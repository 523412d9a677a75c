import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { useFieldErrors } from '@/hooks/use-field-errors'
import { openPage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { useCreateBooth } from '../booth/booth-api'
import { freshBooth, taskOptions, toBooth, type BoothValues } from '../booth/booth-values'

type Props = { union: { id: string; name: string }; done: boolean; onDone: () => void }

/** The first booth, with what is asked of every booth and no more. */
export const BoothStep = ({ union, done, onDone }: Props) => {
  const form = useForm<BoothValues>({ defaultValues: { ...freshBooth(union), name: '服务大厅展台' } })
  const create = useCreateBooth()
  useFieldErrors(form, create.error)
  const submit = form.handleSubmit((values) => create.mutate(toBooth(values), { onSuccess: onDone }))
  if (done)
    return (
      <Button kind="ghost" onPress={() => openPage(routes.officeBooths)}>
        看全部展台
      </Button>
    )
  return (
    <View className="stack">
      <TextField control={form.control} name="name" label="展台名称" max={30} />
      <TextField control={form.control} name="place" label="地点" placeholder="例如 市工人文化宫一楼" max={60} />
      <ChoiceField control={form.control} name="task" label="扫码后先打开" options={taskOptions} />
      {create.error && <Card tone="red">{sentenceOf(create.error)}</Card>}
      <Button loading={create.isPending} onPress={() => void submit()}>
        建好展台
      </Button>
    </View>
  )
}
