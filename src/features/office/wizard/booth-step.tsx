import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { Setup } from 'types/org-setup'
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

type Props = Pick<Setup, 'union' | 'contest'> & { done: boolean; onDone: () => void }

/** Its code opens the contest, where there is one. */
const firstBooth = ({ union, contest }: Pick<Setup, 'union' | 'contest'>): BoothValues => ({
  ...freshBooth(union, contest?.id),
  ...{ name: '服务大厅展台', task: contest ? 'quiz' : 'home' },
})

/** The first booth, with what is asked of every booth and no more. */
export const BoothStep = ({ union, contest, done, onDone }: Props) => {
  const form = useForm<BoothValues>({ defaultValues: firstBooth({ union, contest }) })
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
      {contest && <View className="note">{`选“闯关答题”时，扫码就是“${contest.name}”。`}</View>}
      {create.error && <Card tone="red">{sentenceOf(create.error)}</Card>}
      <Button loading={create.isPending} onPress={() => void submit()}>
        建好展台
      </Button>
    </View>
  )
}
