import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import {
  useFinishActivity,
  useOfficeActivity,
  usePublishActivity,
  useSettleClaims,
  type Attendee,
  type OfficeActivity,
} from '@/features/corps/activity/activity-office-api'
import { AddSheet, CancelSheet } from '@/features/corps/activity/activity-sheets'
import { AttendeeCard } from '@/features/corps/activity/attendee-card'
import { OfficePanel } from '@/features/corps/activity/office-panel'
import { SetSheet } from '@/features/corps/activity/set-sheet'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

type Opened = 'cancel' | 'add' | 'publish' | 'finish' | Attendee | undefined

const isSigning = ({ state, codesFrom, codesTo }: OfficeActivity) =>
  (state === 'open' || state === 'running') && Date.parse(codesFrom) <= Date.now() && Date.now() < Date.parse(codesTo)

/** From the first minute of signing in on, and after the end, attendance may be written by hand. */
const isByHand = ({ state, codesFrom }: OfficeActivity) =>
  (state === 'open' || state === 'running' || state === 'done') && Date.parse(codesFrom) <= Date.now()

const People = ({ activity, onOpen }: { activity: OfficeActivity; onOpen: (opened: Opened) => void }) => {
  const settle = useSettleClaims()
  const open = isByHand(activity)
  return (
    <View className="stack">
      <View className="row-between">
        <View className="strong">人员</View>
        {open && (
          <Button small kind="ghost" icon="plus" onPress={() => onOpen('add')}>
            补录
          </Button>
        )}
      </View>
      {activity.people.length === 0 && <View className="text-m">还没有人报名。</View>}
      {activity.people.map((person) => (
        <AttendeeCard
          key={person.id}
          person={person}
          open={open}
          settling={settle.isPending}
          onSet={() => onOpen(person)}
          onClaims={(accept) => settle.mutate({ id: person.id, version: person.version, accept })}
        />
      ))}
    </View>
  )
}

const Footer = ({ activity, onOpen }: { activity: OfficeActivity; onOpen: (opened: Opened) => void }) => {
  const { id, acts, missing } = activity
  const canPublish = acts.includes('publish') && missing.length === 0
  return (
    <View className="stack-s">
      {isSigning(activity) && (
        <Button icon="scan" onPress={() => openPage(routes.corpsActivityCode, { id })}>
          显示签到码
        </Button>
      )}
      {canPublish && <Button onPress={() => onOpen('publish')}>发布活动</Button>}
      {acts.includes('publish') && !canPublish && (
        <Button onPress={() => openPage(routes.corpsActivityCheck, { id })}>核对安全准备</Button>
      )}
      {acts.includes('finish') && (
        <Button kind={isSigning(activity) ? 'ghost' : 'primary'} onPress={() => onOpen('finish')}>
          确认活动结束
        </Button>
      )}
    </View>
  )
}

const Others = ({ activity, onOpen }: { activity: OfficeActivity; onOpen: (opened: Opened) => void }) => (
  <View className="row-wrap">
    {activity.acts.includes('revise') && (
      <Button small kind="ghost" icon="edit" onPress={() => openPage(routes.corpsActivityNew, { id: activity.id })}>
        修改
      </Button>
    )}
    {activity.acts.includes('check') && activity.missing.length === 0 && (
      <Button small kind="ghost" icon="shield" onPress={() => openPage(routes.corpsActivityCheck, { id: activity.id })}>
        安全准备
      </Button>
    )}
    {(activity.state === 'running' || activity.state === 'done') && (
      <Button small kind="ghost" icon="photo" onPress={() => openPage(routes.corpsWall, { id: activity.id })}>
        照片
      </Button>
    )}
    {activity.state === 'done' && (
      <Button small kind="ghost" icon="document" onPress={() => openPage(routes.corpsReportNew, { id: activity.id })}>
        写简报
      </Button>
    )}
    {activity.acts.includes('cancel') && (
      <Button small kind="ghost" onPress={() => onOpen('cancel')}>
        取消活动
      </Button>
    )}
  </View>
)

const Dialogs = ({ activity, opened, onClose }: { activity: OfficeActivity; opened: Opened; onClose: () => void }) => {
  const publish = usePublishActivity()
  const finish = useFinishActivity()
  const { id, version } = activity
  const after = (words: string) => ({ onSuccess: () => showToast(words, 'good'), onSettled: onClose })
  return (
    <>
      <ConfirmDialog
        open={opened === 'publish'}
        title="发布这次活动？"
        confirmWord="发布活动"
        loading={publish.isPending}
        onConfirm={() => publish.mutate({ id, version }, after('已发布，志愿者可以报名了'))}
        onClose={onClose}
      >
        发布后志愿者可以报名；以后改时间、地点，系统会告诉报名的人。
      </ConfirmDialog>
      <ConfirmDialog
        open={opened === 'finish'}
        title="确认活动结束？"
        confirmWord="确认结束"
        loading={finish.isPending}
        onConfirm={() => finish.mutate({ id, version }, after('已结束'))}
        onClose={onClose}
      >
        报了名没有签到的人会记为未到场，并收到通知；他们可以说明情况。
      </ConfirmDialog>
      {opened === 'cancel' && <CancelSheet activity={activity} onClose={onClose} />}
      {opened === 'add' && <AddSheet activity={activity} onClose={onClose} />}
      {typeof opened === 'object' && <SetSheet activity={activity} person={opened} onClose={onClose} />}
    </>
  )
}

const Loaded = ({ activity }: { activity: OfficeActivity }) => {
  const [opened, setOpened] = useState<Opened>()
  const hasFooter = isSigning(activity) || activity.acts.some((act) => act === 'publish' || act === 'finish')
  return (
    <Page
      title="活动"
      wide="reading"
      footer={hasFooter ? <Footer activity={activity} onOpen={setOpened} /> : undefined}
    >
      <OfficePanel activity={activity} />
      <Others activity={activity} onOpen={setOpened} />
      {activity.state !== 'draft' && <People activity={activity} onOpen={setOpened} />}
      <Dialogs activity={activity} opened={opened} onClose={() => setOpened(undefined)} />
    </Page>
  )
}

/** One activity with everybody on it: what is due, the code, and attendance by hand. */
const ActivityPage = () => {
  const activity = useOfficeActivity(useNeededParam('id'))
  if (activity.data) return <Loaded activity={activity.data} />
  return (
    <Page title="活动" wide="reading">
      <QueryView query={activity} skeleton={<Skeleton kind="card" count={3} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default ActivityPage
