import { useState } from 'react'
import { View } from '@tarojs/components'
import { applicationMachine } from 'types/volunteer'
import { sexLabels, specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { StateTag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showToast } from '@/lib/toast-store'
import { LeaveOwn } from './leave-own'
import { useWithdraw, type Application } from './api'
import { OwnPapers, PrintOwn } from './own-papers'

const Opinion = ({ title, opinion }: { title: string; opinion: Application['unionOpinion'] }) =>
  opinion ? (
    <View>
      <View className="strong">{title}</View>
      <View className="pre-line">{opinion.words}</View>
      <View className="note">{opinion.unit}</View>
    </View>
  ) : null

const Facts = ({ application }: { application: Application }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{application.name}</View>
        <StateTag state={applicationMachine.states[application.state]} />
      </View>
      <View className="text-m">
        {sexLabels[application.sex]} · {application.birthDate} · {application.idCard}
      </View>
      <View className="text-m">
        {application.unit} · {application.post}
      </View>
      <View className="text-m">专业：{application.specialties.map((one) => specialtyLabels[one]).join('、')}</View>
      <View className="text-m">审核工会：{application.nodeName}</View>
      <Opinion title="基层工会初审" opinion={application.firstOpinion} />
      <Opinion title="工会意见" opinion={application.unionOpinion} />
      <Opinion title="监管部门意见" opinion={application.regulatorOpinion} />
    </View>
  </Card>
)

const Withdraw = ({ application }: { application: Application }) => {
  const [asking, setAsking] = useState(false)
  const withdraw = useWithdraw()
  const confirm = () => {
    setAsking(false)
    withdraw.mutate(
      { id: application.id, version: application.version },
      { onSuccess: () => showToast('申请已撤回', 'good') },
    )
  }
  return (
    <>
      <Button kind="quiet" loading={withdraw.isPending} onPress={() => setAsking(true)}>
        撤回申请
      </Button>
      <ConfirmDialog
        open={asking}
        title="撤回这份申请？"
        danger
        confirmWord="撤回申请"
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        撤回后资料会在三十天内删除，以后可以重新申请。
      </ConfirmDialog>
    </>
  )
}

/** My application: how it stands, what the two authorities said, what I can do. */
export const ApplicationCard = ({ application }: { application: Application }) => (
  <>
    <Facts application={application} />
    <OwnPapers application={application} />
    <Card>
      <Timeline items={application.timeline} />
    </Card>
    <PrintOwn application={application} />
    {application.acts.includes('withdraw') && <Withdraw application={application} />}
    <LeaveOwn application={application} />
  </>
)
