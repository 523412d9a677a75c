import { useEffect, useState, type ReactNode } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { ActivityFields } from '@/features/corps/activity/activity-fields'
import {
  useCreateActivity,
  useOfficeActivity,
  useReviseActivity,
  type OfficeActivity,
} from '@/features/corps/activity/activity-office-api'
import {
  activityValues,
  blankActivity,
  formFieldOf,
  toActivityForm,
  type ActivityValues,
} from '@/features/corps/activity/activity-values'
import { SpotRow } from '@/features/corps/activity/spot-row'
import { useTeams } from '@/features/corps/team/team-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { submitAnew } from '@/hooks/use-field-errors'
import { useQueryParam } from '@/hooks/use-query-param'
import { aria } from '@/lib/aria'
import { goBack, replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

/** What the server found wrong, at the field of the form that shows it. */
const useComplaints = (form: UseFormReturn<ActivityValues>, error: Error | null) => {
  useEffect(() => {
    if (!(error instanceof AppError)) return
    for (const [path, message] of Object.entries(error.fields ?? {})) {
      const field = path.replace(/^form\./, '')
      form.setError(formFieldOf[field] ?? (field as keyof ActivityValues), { message })
    }
  }, [error, form])
}

type Props = {
  title: string
  form: UseFormReturn<ActivityValues>
  command: { isPending: boolean; error: Error | null }
  confirmWord: string
  nodeId: string
  children?: ReactNode
  /** After the fields. */
  below: ReactNode
  onSubmit: (values: ActivityValues) => void
}

const Form = ({ title, form, command, confirmWord, nodeId, children, below, onSubmit }: Props) => {
  const { error, isPending } = command
  const teams = useTeams(nodeId)
  useComplaints(form, error)
  const options = (teams.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, name }) => ({ value: id, label: name }))
  const hasFields = error instanceof AppError && Object.keys(error.fields ?? {}).length > 0
  return (
    <Page
      title={title}
      footer={
        <Button loading={isPending} onPress={submitAnew(form, onSubmit)}>
          {confirmWord}
        </Button>
      }
    >
      {children}
      <ActivityFields control={form.control} teams={options} />
      {below}
      {error && (
        <Card tone="red">
          <View {...aria({ role: 'alert' })}>{hasFields ? '有几项需要修改，请看标红的地方。' : sentenceOf(error)}</View>
        </Card>
      )}
    </Page>
  )
}

const New = ({ seat }: { seat: Seat }) => {
  const [driveId, title] = [useQueryParam('driveId'), useQueryParam('title')]
  const form = useForm<ActivityValues>({ defaultValues: blankActivity(title) })
  const [spot, setSpot] = useState<OfficeActivity['spot']>(null)
  const create = useCreateActivity()
  const submit = (values: ActivityValues) =>
    create.mutate(
      {
        ...{ nodeId: seat.nodeId, ...(driveId && { driveId }) },
        form: toActivityForm(values, { joinFrom: new Date().toISOString(), nodeId: seat.nodeId, spot }),
      },
      { onSuccess: ({ id }) => replacePage(routes.corpsActivityCheck, { id }) },
    )
  return (
    <Form
      title="建一个活动"
      form={form}
      command={create}
      confirmWord="下一步：核对安全准备"
      nodeId={seat.nodeId}
      below={<SpotRow spot={spot} onChange={setSpot} />}
      onSubmit={submit}
    >
      <SeatChoice seat={seat} />
    </Form>
  )
}

const Change = ({ activity }: { activity: OfficeActivity }) => {
  const form = useForm<ActivityValues>({ defaultValues: activityValues(activity) })
  const revise = useReviseActivity()
  const { id, version, joinFrom, audience } = activity
  const [spot, setSpot] = useState(activity.spot)
  const submit = (values: ActivityValues) =>
    revise.mutate(
      { id, version, form: toActivityForm(values, { joinFrom, nodeId: audience.nodeId, spot }) },
      {
        onSuccess: () => {
          showToast(activity.state === 'open' ? '已保存，时间地点有变会通知报名的人' : '已保存', 'good')
          goBack()
        },
      },
    )
  return (
    <Form
      title="修改活动"
      form={form}
      command={revise}
      confirmWord="保存修改"
      nodeId={activity.nodeId}
      below={<SpotRow spot={spot} onChange={setSpot} />}
      onSubmit={submit}
    />
  )
}

const Known = ({ id }: { id: string }) => {
  const activity = useOfficeActivity(id)
  if (activity.data) return <Change activity={activity.data} />
  return (
    <Page title="修改活动">
      <QueryView query={activity} skeleton={<Skeleton kind="card" count={3} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

/** A new activity, or one that is changed. */
const ActivityNewPage = () => {
  const id = useQueryParam('id')
  if (id) return <Known id={id} />
  return <WithSeat title="建一个活动">{(seat) => <New key={seat.id} seat={seat} />}</WithSeat>
}

export default ActivityNewPage
