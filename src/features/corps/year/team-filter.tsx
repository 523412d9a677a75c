import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { useTeams } from '../team/team-api'

type Chosen = { id: string; name: string }
type Props = { nodeId: string; teamId: string | undefined; onChange: (teamId: string | undefined) => void }

const Teams = ({ nodeId, onChoose }: { nodeId: string; onChoose: (team: Chosen) => void }) => {
  const teams = useTeams(nodeId)
  return (
    <QueryView
      query={teams}
      isEmpty={({ pages }) => pages[0]?.items.length === 0}
      empty={<Empty icon="volunteer" title="还没有服务队" detail="组建服务队以后，可以按队看。" />}
    >
      {({ pages }) => (
        <View className="stack">
          <ListGroup>
            {pages
              .flatMap(({ items }) => items)
              .map(({ id, name }) => (
                <ListRow key={id} title={name} onPress={() => onChoose({ id, name })} />
              ))}
          </ListGroup>
          <MoreButton query={teams} />
        </View>
      )}
    </QueryView>
  )
}

/** Whether everybody is listed, or one team alone. */
export const TeamFilter = ({ nodeId, teamId, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  const [team, setTeam] = useState<Chosen>()
  const close = useCallback(() => setOpen(false), [])
  const choose = (chosen: Chosen) => {
    setTeam(chosen)
    onChange(chosen.id)
    setOpen(false)
  }
  const name = teamId && team ? team.name : null
  return (
    <View className="row-wrap">
      <Chip role="radio" on={teamId === undefined} onPress={() => onChange(undefined)}>
        所有人
      </Chip>
      <Chip role="radio" on={name !== null} onPress={() => setOpen(true)}>
        {name ?? '按服务队看'}
      </Chip>
      <Sheet open={open} title="选择服务队" onClose={close}>
        {open && <Teams nodeId={nodeId} onChoose={choose} />}
      </Sheet>
    </View>
  )
}
