import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { View } from '@tarojs/components'
import { endOfDay } from 'types/calendar'
import { inviteDays } from 'types/org-office'
import { managerRoles, roleLabels, type Grant } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { Page } from '@/components/page'
import { useInvite, useTree, type InviteRow } from '@/features/office/api'
import { EnterpriseField } from '@/features/office/enterprise-field'
import { FormPage } from '@/features/office/form-page'
import { InviteHandOn } from '@/features/office/invite-hand-on'
import { roleMeanings, rolesAt } from '@/features/office/invite-words'
import type { Step } from '@/features/office/node-browser'
import { NodeField } from '@/features/office/node-field'
import type { Seat } from '@/features/session/seat-choice'
import { useInviteCard } from '@/features/office/use-invite-card'
import '@/features/office/office.scss'
import { useQueryParam } from '@/hooks/use-query-param'
import { dayIn } from '@/lib/clock'
import { goBack } from '@/lib/go'
import { WithSeat } from '@/features/session/with-seat'

type Values = { nodeId: Step; role: Grant['role']; enterpriseId: Step | null; until: string | undefined }

const Made = ({ invite }: { invite: InviteRow }) => (
  <Page
    title="邀请已建好"
    wide
    footer={
      <View className="office-act">
        <Button kind="quiet" onPress={goBack}>
          完成
        </Button>
      </View>
    }
  >
    <View className="office-form">
      <Card tone="green">
        <View className="strong">邀请已建好，还差一步：发给对方。</View>
      </Card>
      <InviteHandOn invite={invite} />
    </View>
  </Page>
)

const InviteForm = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const asked = { id: useQueryParam('node') ?? root.id, name: useQueryParam('name') ?? root.name }
  const form = useForm<Values>({
    defaultValues: { nodeId: asked, role: 'officer', enterpriseId: null, until: undefined },
  })
  const { control, setValue } = form
  const [node, chosen] = useWatch({ control, name: ['nodeId', 'role'] })
  const known = useTree(node.id).data?.pages[0]?.node
  const roles = known ? rolesAt(known) : []
  const role = roles.includes(chosen) ? chosen : roles[0]
  useEffect(() => {
    if (role && role !== chosen) setValue('role', role)
  }, [role, chosen, setValue])
  const invite = useInvite()
  useInviteCard(invite.data ?? null)
  const submit = ({ enterpriseId, until }: Values) => {
    if (!role) return form.setError('role', { message: '请选择职务' })
    const enterprise = role === 'fixer' && enterpriseId ? { enterpriseId: enterpriseId.id } : {}
    const term = until ? { until: endOfDay(until).toISOString() } : {}
    invite.mutate({ nodeId: node.id, role, ...enterprise, ...term })
  }
  if (invite.data) return <Made invite={invite.data} />
  return (
    <FormPage title="邀请人员" form={form} command={invite} confirmWord="建好邀请" onSubmit={submit}>
      <Card>
        <View className="stack">
          <NodeField control={control} name="nodeId" label="在哪个单位" root={root} />
          <ChoiceField
            control={control}
            name="role"
            label="担任什么"
            hint={role && roleMeanings[role]}
            options={roles.map((value) => ({ value, label: roleLabels[value] }))}
          />
          <DateField
            {...{ control, name: 'until', label: '任期到哪天', optional: true, from: dayIn(inviteDays + 1) }}
            hint="不填就是不限任期；到期前 30 天和 7 天会提醒。"
          />
          {role === 'fixer' && (
            <EnterpriseField control={control} name="enterpriseId" label="负责哪家企业" nodeId={node.id} />
          )}
        </View>
      </Card>
      <View className="note">对方打开邀请后填写姓名即可，七天内有效。</View>
    </FormPage>
  )
}

/** An invitation, and at once the way to hand it on. */
const InviteNewPage = () => (
  <WithSeat title="邀请人员" roles={managerRoles}>
    {(seat) => <InviteForm key={seat.id} seat={seat} />}
  </WithSeat>
)

export default InviteNewPage
