import { useState } from 'react'
import { View } from '@tarojs/components'
import { specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { CheckRow } from '@/components/checkbox-field'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { useAddMembers, useTeamless, type Member } from './team-api'

const none = (
  <Empty
    icon="people"
    title="没有可以编入的志愿者"
    detail="名册确认后，还没有队伍的志愿者会出现在这里。已在别队的，在原队队员里点“调整”。"
  />
)

type RowProps = { member: Member; on: boolean; onChange: () => void }

const Row = ({ member, on, onChange }: RowProps) => (
  <CheckRow on={on} label={member.name} onChange={onChange}>
    <View>{member.name}</View>
    <View className="note">
      {member.unit} · {member.specialties.map((one) => specialtyLabels[one]).join('、')}
    </View>
  </CheckRow>
)

/** Volunteers of the roster without a team, ticked and put in together. */
export const AddSheet = ({ teamId, nodeId, onClose }: { teamId: string; nodeId: string; onClose: () => void }) => {
  const free = useTeamless(nodeId)
  const adding = useAddMembers()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, 50))
  const add = () =>
    adding.mutate(
      { id: teamId, volunteers: [...chosen] },
      {
        onSuccess: ({ added, refused }) => {
          const [first] = refused
          showToast(
            first ? `编入 ${added} 位；${first.name}${first.why}` : `已编入 ${added} 位`,
            first ? 'bad' : 'good',
          )
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="编入队员"
      onClose={onClose}
      footer={
        <>
          {adding.error && <View className="ink-red">{sentenceOf(adding.error)}</View>}
          <Button loading={adding.isPending} disabled={chosen.length === 0} onPress={add}>
            {chosen.length > 0 ? `编入 ${chosen.length} 位` : '请先勾选'}
          </Button>
        </>
      }
    >
      <QueryView query={free} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={none}>
        {(data) => (
          <View className="stack-s">
            {data.pages
              .flatMap(({ items }) => items)
              .map((member) => (
                <Row
                  key={member.id}
                  member={member}
                  on={chosen.includes(member.id)}
                  onChange={() => toggle(member.id)}
                />
              ))}
            <MoreButton query={free} />
          </View>
        )}
      </QueryView>
    </Sheet>
  )
}
