import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { roleLabels } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { useAcceptInvite, useInviteInfo, type Invite } from '@/features/org/api'
import { InviteCodeForm } from '@/features/org/invite-code-form'
import { InviteDone, InviteEnded } from '@/features/org/invite-ends'
import { useMe } from '@/features/session/api'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { showTime } from '@/lib/clock'
import { sentenceOf } from '@/lib/query-client'
import { sceneOfQuery } from '@/lib/scene-of-text'

const title = '邀请'

const Accept = ({ invite, name }: { invite: Invite; name: string }) => {
  const form = useForm({ defaultValues: { name } })
  const accept = useAcceptInvite()
  useFieldErrors(form, accept.error)
  const submit = (values: { name: string }) => accept.mutate({ id: invite.id, name: values.name })
  return (
    <Page
      title={title}
      footer={
        <Button loading={accept.isPending} onPress={submitAnew(form, submit)}>
          接受邀请
        </Button>
      }
    >
      <Card>
        <View className="stack-s">
          <View className="text-m">{`${invite.invitedBy || '上级工会'}邀请您担任`}</View>
          <View className="headline">{roleLabels[invite.role]}</View>
          <View className="title">{invite.nodeName}</View>
          <View className="note">{`${showTime(invite.expiresAt)}前有效，只能接受一次`}</View>
        </View>
      </Card>
      <Card>
        <TextField
          control={form.control}
          name="name"
          label="您的姓名"
          kind="nickname"
          hint="同事和上级会看到这个名字。"
          max={20}
        />
      </Card>
      {accept.error && <Card tone="red">{sentenceOf(accept.error)}</Card>}
      <View className="note">如果您不认识邀请您的人，或不该由您担任，请直接关闭这一页。</View>
    </Page>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const info = useInviteInfo(id)
  const me = useMe()
  // The invitation was open when this page first saw it: used up now, it was this person who accepted.
  const [first, setFirst] = useState<Invite['state']>()
  const invite = info.data
  if (invite && first === undefined) setFirst(invite.state)
  if (invite?.state === 'open' && me.data) return <Accept invite={invite} name={me.data.name ?? ''} />
  return (
    <Page title={title}>
      <QueryView query={info} skeleton={<Skeleton kind="card" count={2} />}>
        {(data) => {
          if (data.state === 'open') return <Skeleton kind="card" count={2} />
          return data.state === 'accepted' && first === 'open' ? (
            <InviteDone invite={data} />
          ) : (
            <InviteEnded state={data.state} />
          )
        }}
      </QueryView>
    </Page>
  )
}

const idOf = (params: Partial<Record<string, string>>): string | undefined => {
  const scene = sceneOfQuery(params)
  return scene?.kind === 'invite' ? scene.id : params.id
}

/** Opened by an invitation's link or code: who invites to what, and the way to say yes. */
const InvitePage = () => {
  const given = idOf(useRouter().params)
  const [typed, setTyped] = useState<string>()
  const id = given ?? typed
  if (id) return <Loaded key={id} id={id} />
  return (
    <Page title={title}>
      <InviteCodeForm onId={setTyped} />
    </Page>
  )
}

export default InvitePage
