import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { PhoneNumberButton } from '@/components/phone-number-button'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { useBindPhone, useMe, useSetProfile } from '@/features/session/api'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { showToast } from '@/lib/toast-store'
import { UnitPicker } from './unit-picker'

type MeData = OutputOf<typeof personEntries.me>

const NameCard = ({ me }: { me: MeData }) => {
  const form = useForm({ defaultValues: { name: me.name ?? '' } })
  const save = useSetProfile()
  useFieldErrors(form, save.error)
  const submit = submitAnew(form, ({ name }) =>
    save.mutate({ name: name.trim() }, { onSuccess: () => showToast('姓名已保存', 'good') }),
  )
  return (
    <Card>
      <View className="stack">
        <TextField
          control={form.control}
          name="name"
          label="姓名"
          optional
          kind="nickname"
          max={20}
          hint="填汉字姓名，实名上报和领奖时用到；不填也能闯关和匿名上报。"
        />
        <Button kind="ghost" loading={save.isPending} onPress={submit}>
          保存姓名
        </Button>
      </View>
    </Card>
  )
}

const PhoneCard = ({ me }: { me: MeData }) => {
  const bind = useBindPhone()
  return (
    <Card>
      <View className="stack">
        <View className="row-between">
          <View>手机号</View>
          <View className="strong">{me.phone ?? '未绑定'}</View>
        </View>
        <View className="note">只用于工会就您上报或申请的事项联系您，不绑定也能使用。</View>
        <PhoneNumberButton onCode={(code) => bind.mutate(code, { onSuccess: () => showToast('手机号已绑定', 'good') })}>
          {me.phone ? '更换手机号' : '绑定微信手机号'}
        </PhoneNumberButton>
      </View>
    </Card>
  )
}

/** Name, unit and phone; each optional, each saved by itself. */
const Profile = () => {
  const me = useMe()
  return (
    <Page title="个人资料">
      <QueryView query={me} skeleton={<Skeleton kind="card" count={3} />}>
        {(data) => (
          <>
            <UnitPicker unit={data.unit} />
            <NameCard me={data} />
            <PhoneCard me={data} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default Profile
