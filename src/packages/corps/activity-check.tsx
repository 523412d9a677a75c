import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { currentChecklist } from 'types/volunteer-activity-checklist'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useCheckActivity, useOfficeActivity, type OfficeActivity } from '@/features/corps/activity/activity-office-api'
import {
  ChecklistFields,
  checklistValues,
  toChecklist,
  type ChecklistValues,
} from '@/features/corps/activity/checklist-fields'
import { useNeededParam } from '@/hooks/use-needed-param'
import { aria } from '@/lib/aria'
import { replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const title = '安全准备'

const Check = ({ activity }: { activity: OfficeActivity }) => {
  const version = activity.checklist?.version ?? currentChecklist.version
  const form = useForm<ChecklistValues>({ defaultValues: checklistValues(activity.checklist, version) })
  const check = useCheckActivity()
  const save = form.handleSubmit((values) =>
    check.mutate(
      { id: activity.id, version: activity.version, checklist: toChecklist(values, version) },
      {
        onSuccess: () => {
          showToast('安全准备已保存', 'good')
          replacePage(routes.corpsActivity, { id: activity.id })
        },
      },
    ),
  )
  return (
    <Page
      title={title}
      footer={
        <Button loading={check.isPending} onPress={() => void save()}>
          保存核对结果
        </Button>
      }
    >
      <View className="text-m">每一项都核对过才能发布；有风险的写明防范措施。没核对完可以先保存。</View>
      <ChecklistFields control={form.control} version={version} />
      {check.error && (
        <Card tone="red">
          <View {...aria({ role: 'alert' })}>{sentenceOf(check.error)}</View>
        </Card>
      )}
    </Page>
  )
}

/** The safety preparation, point by point: nothing is published without it. */
const ActivityCheckPage = () => {
  const activity = useOfficeActivity(useNeededParam('id'))
  if (activity.data) return <Check activity={activity.data} />
  return (
    <Page title={title}>
      <QueryView query={activity} skeleton={<Skeleton kind="card" count={4} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default ActivityCheckPage
