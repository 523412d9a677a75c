import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import type { PrizeRow } from 'types/quiz-prize'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { PickerField } from '@/components/picker-field'
import { QueryView } from '@/components/query-view'
import { TextField } from '@/components/text-field'
import { FormPage } from '@/features/office/form-page'
import { useCreateDraw, useOfficeDraws, usePrizes } from '@/features/office/prize/api'
import {
  drawProblems,
  freshDraw,
  kindOptions,
  periodOptions,
  toDrawInput,
  type DrawValues,
} from '@/features/office/prize/draw-values'
import { useNeededParam } from '@/hooks/use-needed-param'
import { dayOf } from '@/lib/clock'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

type Props = { campaignId: string; prizes: readonly PrizeRow[]; period: 'contest' | 'month' | 'week' }

const DrawForm = ({ campaignId, prizes, period }: Props) => {
  const form = useForm<DrawValues>({ defaultValues: freshDraw() })
  const { control, setError, getValues } = form
  const kind = useWatch({ control, name: 'kind' })
  const create = useCreateDraw()
  const { error } = create
  useEffect(() => {
    if (!(error instanceof AppError)) return
    const problems = drawProblems(error.fields ?? {}, toDrawInput(getValues(), campaignId))
    for (const [field, message] of Object.entries(problems)) setError(field as keyof DrawValues, { message })
  }, [error, setError, getValues, campaignId])
  const submit = (values: DrawValues) =>
    create.mutate(toDrawInput(values, campaignId), {
      onSuccess: () => {
        showToast('已建好，下一步锁定名单', 'good')
        goBack()
      },
    })
  return (
    <FormPage title="新建抽奖" form={form} command={create} confirmWord="建好抽奖" onSubmit={submit}>
      <Card>
        <View className="stack">
          <TextField control={control} name="title" label="抽奖名称" placeholder="例如 六月抽奖" max={30} />
          <ChoiceField control={control} name="kind" label="怎么抽" options={kindOptions} />
          {kind === 'chances' && period !== 'contest' && (
            <PickerField
              control={control}
              name="period"
              label="用哪段时间的机会"
              options={periodOptions(period, new Date())}
            />
          )}
        </View>
      </Card>
      <Card>
        <View className="stack">
          {prizes.map(({ id, title, left }) => (
            <TextField
              key={id}
              control={control}
              name={`counts.${id}`}
              kind="number"
              label={`${title} 抽几份`}
              placeholder="空着就不抽"
              hint={`还剩 ${left} 份。`}
              optional
              max={4}
            />
          ))}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <View className="text-m">
            选一个谁都不能提前知道、谁都能查到的数。名单要在它公布之前锁定，所以没有人能挑结果。
          </View>
          <TextField
            control={control}
            name="name"
            label="用哪个公开数"
            placeholder="名称和期号"
            hint="例如 福彩 3D 第 2026152 期开奖号。"
            max={40}
          />
          <TextField control={control} name="where" label="在哪里公布" max={60} />
          <DateField control={control} name="day" label="哪天公布" from={dayOf(new Date())} inDays={[1, 2, 7]} />
          <TextField control={control} name="time" label="几点公布" placeholder="例如 21:15" max={5} />
        </View>
      </Card>
    </FormPage>
  )
}

const noPrizes = <Empty icon="gift" title="还没有抽奖用的奖品" detail="请先新建奖品，“怎么发”选“抽奖”，并且上架。" />

const DrawNew = () => {
  const campaignId = useNeededParam('campaignId')
  const prizes = usePrizes(campaignId)
  const draws = useOfficeDraws(campaignId)
  const usable = (prizes.data?.items ?? []).filter(({ mode, state }) => mode === 'draw' && state === 'open')
  if (draws.data && usable.length > 0)
    return <DrawForm campaignId={campaignId} prizes={usable} period={draws.data.period} />
  return (
    <Page title="新建抽奖" wide>
      <QueryView query={prizes} isEmpty={() => usable.length === 0} empty={noPrizes}>
        {() => <QueryView query={draws}>{() => null}</QueryView>}
      </QueryView>
    </Page>
  )
}

/** A draw: which prizes, for what, and which public value decides. */
const DrawNewPage = () => <WithSeat title="新建抽奖">{() => <DrawNew />}</WithSeat>

export default DrawNewPage
