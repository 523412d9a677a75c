import { useState } from 'react'
import { View } from '@tarojs/components'
import { managerRoles } from 'types/org'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { usePeople } from '@/features/office/api'
import type { Step } from '@/features/office/node-browser'
import { NodePick } from '@/features/office/node-field'
import { OpenInvites, PeopleRows } from '@/features/office/people-lists'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = <Empty icon="people" title="这里还没有人" detail="邀请一位干部或整改责任人，他接受后就在这里。" />

const PeopleOf = ({ nodeId, mayRevoke }: { nodeId: string; mayRevoke: boolean }) => {
  const people = usePeople(nodeId)
  return (
    <QueryView
      query={people}
      skeleton={<Skeleton kind="list" count={5} />}
      isEmpty={({ pages }) => pages[0]?.items.length === 0 && pages[0].invites.length === 0}
      empty={nothing}
    >
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        const invites = pages[0]?.invites ?? []
        return (
          <View className={invites.length > 0 ? 'office-split' : 'office-part'}>
            <OpenInvites invites={invites} />
            <View className="office-part">
              {rows.length > 0 && <PeopleRows people={rows} mayRevoke={mayRevoke} />}
              <MoreButton query={people} />
            </View>
          </View>
        )
      }}
    </QueryView>
  )
}

const People = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const asked = { id: useQueryParam('node') ?? root.id, name: useQueryParam('name') ?? root.name }
  const [node, setNode] = useState<Step>(asked)
  return (
    <Page
      title="人员与邀请"
      wide="reading"
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officeInviteNew, { node: node.id, name: node.name })}>
            邀请人员
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <View className="row-wrap">
        <Button small kind="ghost" icon="people" onPress={() => openPage(routes.officeManagers)}>
          缺管理员的单位和任免记录
        </Button>
      </View>
      <NodePick label="单位及下级" root={root} value={node} onChoose={setNode} />
      <PeopleOf key={node.id} nodeId={node.id} mayRevoke={seat.role === 'officer'} />
    </Page>
  )
}

/** Roles held in a subtree, and invitations that are open. */
const PeoplePage = () => (
  <WithSeat title="人员与邀请" roles={managerRoles}>
    {(seat) => <People key={seat.id} seat={seat} />}
  </WithSeat>
)

export default PeoplePage
