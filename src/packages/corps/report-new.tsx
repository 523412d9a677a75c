import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { hoursWord } from 'types/volunteer-activity-hours'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckRow } from '@/components/checkbox-field'
import { Page } from '@/components/page'
import '@/components/photo-grid.scss'
import { Picture } from '@/components/picture'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { useDraft, useWriteReport, type Draft } from '@/features/corps/report/report-api'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { useNeededParam } from '@/hooks/use-needed-param'
import { replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

type Values = { words: string; findings: number; photos: string[] }

const most = 6

const Photos = ({ draft, chosen, onChange }: { draft: Draft; chosen: string[]; onChange: (ids: string[]) => void }) => (
  <View className="photo-grid">
    {draft.photos.map(({ id, url }, index) => (
      <View key={id} className="photo-grid-cell">
        <Picture className="photo-grid-picture" src={url} label={`照片 ${index + 1}`} />
        <CheckRow
          on={chosen.includes(id)}
          label={`选第 ${index + 1} 张`}
          onChange={(on) => onChange(on ? [...chosen, id].slice(0, most) : chosen.filter((one) => one !== id))}
        >
          放进简报
        </CheckRow>
      </View>
    ))}
  </View>
)

const Written = ({ draft, activityId }: { draft: Draft; activityId: string }) => {
  const { words, findings, chosen, version, figures } = draft
  const form = useForm<Values>({ defaultValues: { words, findings, photos: chosen } })
  const writing = useWriteReport()
  useFieldErrors(form, writing.error)
  const photos = useWatch({ control: form.control, name: 'photos' })
  const submit = (values: Values) =>
    writing.mutate(
      { id: activityId, version, ...values },
      {
        onSuccess: ({ id }) => {
          showToast('简报已保存', 'good')
          replacePage(routes.corpsReport, { id })
        },
      },
    )
  return (
    <View className="stack">
      <Card>
        <View className="title">{draft.title}</View>
        <View className="text-m">
          报名 {figures.joined} 人，到场 {figures.present} 人，未到场 {figures.absent} 人，共服务{' '}
          {hoursWord(figures.minutes)}
        </View>
      </Card>
      <TextareaField
        control={form.control}
        name="words"
        label="活动情况"
        hint="不要写姓名以外的个人信息；身份证号、手机号系统会拦下。"
        max={2000}
      />
      <TextField control={form.control} name="findings" kind="number" label="现场发现隐患（处）" />
      {draft.photos.length > 0 && (
        <Photos draft={draft} chosen={photos} onChange={(ids) => form.setValue('photos', ids)} />
      )}
      {writing.error && <View className="ink-red">{sentenceOf(writing.error)}</View>}
      <Button loading={writing.isPending} onPress={submitAnew(form, submit)}>
        保存简报
      </Button>
    </View>
  )
}

/** A report from the figures of a finished activity. */
const ReportNewPage = () => {
  const id = useNeededParam('id')
  return (
    <Page title="写简报" wide="reading">
      <QueryView query={useDraft(id)} skeleton={<Skeleton kind="card" count={2} />}>
        {(draft) => <Written key={draft.version ?? 'new'} draft={draft} activityId={id} />}
      </QueryView>
    </Page>
  )
}

export default ReportNewPage
