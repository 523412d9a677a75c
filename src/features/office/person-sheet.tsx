import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { personMark } from 'types/ids'
import { roleLabels } from 'types/org'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { TextareaField } from '@/components/textarea-field'
import { showDate } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useRevokeGrant, type PersonRow } from './api'
import { isManager } from './invite-words'
import { TermSheet } from './managers/term-sheet'
import { Pairs } from './pairs'

/** One person's role at one node, and the way to take it back. */
export const PersonSheet = ({ person, onClose }: { person: PersonRow; onClose: () => void }) => {
  const form = useForm({ defaultValues: { reason: '' } })
  const revoke = useRevokeGrant()
  const [term, setTerm] = useState(false)
  const submit = ({ reason }: { reason: string }) =>
    revoke.mutate(
      { id: person.grantId, personId: person.personId, reason },
      {
        onSuccess: () => {
          showToast('职务已撤销', 'good')
          onClose()
        },
      },
    )
  if (term) return <TermSheet person={person} onClose={onClose} />
  return (
    <ActSheet
      open
      title={person.name || '未留姓名'}
      form={form}
      pending={revoke.isPending}
      error={revoke.error}
      confirmWord="撤销这个职务"
      onClose={onClose}
      onSubmit={submit}
    >
      <Card>
        <Pairs
          pairs={[
            { name: '职务', value: roleLabels[person.role] },
            { name: '单位', value: person.nodeName },
            { name: '人员编号', value: personMark(person.personId) ?? '' },
            { name: '手机号', value: person.phone ?? '未绑定' },
            { name: '任职时间', value: `${showDate(person.since)}起` },
            { name: '任期至', value: person.until ? showDate(person.until) : '不限' },
          ]}
        />
      </Card>
      <Button kind="ghost" icon="calendar" onPress={() => setTerm(true)}>
        {person.until ? '续任或改任期' : '设定任期'}
      </Button>
      <TextareaField
        control={form.control}
        name="reason"
        label="撤销原因"
        placeholder="例如 换届、调离"
        hint="记入操作记录。撤销后他不能再办理这个单位的事。"
        max={100}
      />
      {isManager(person.role) && (
        <Card tone="amber">
          <View>每个单位至少保留两名管理员。只剩两名时，请先邀请新的管理员，再撤销。</View>
        </Card>
      )}
    </ActSheet>
  )
}
