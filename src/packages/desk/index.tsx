import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Stat } from '@/components/stat'
import { useOverview } from '@/features/desk/api'
import { DeskGroups } from '@/features/desk/desk-groups'
import { deskGroups, type Overview } from '@/features/desk/desk-rows'
import { DeskReminder } from '@/features/desk/desk-reminder'
import { SetupCard } from '@/features/desk/setup-card'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const HazardNumbers = ({ hazards }: { hazards: Overview['hazards'] | undefined }) => (
  <View className="row">
    <Stat value={hazards?.toAccept} label="待受理" onPress={() => openPage(routes.deskLedger, { state: 'reported' })} />
    <Stat value={hazards?.toAssign} label="待交办" onPress={() => openPage(routes.deskLedger, { state: 'accepted' })} />
    <Stat
      value={hazards?.overdue}
      label="已逾期"
      tone="red"
      onPress={() => openPage(routes.deskLedger, { overdue: '1' })}
    />
    <Stat value={hazards?.toClose} label="待销号" onPress={() => openPage(routes.deskLedger, { state: 'answered' })} />
  </View>
)

const Booths = ({ booths }: { booths: Overview['booths'] }) => (
  <Card>
    <View className="stack-s">
      <View className="strong">展台带来的参与</View>
      <View className="row">
        <Stat value={booths.scans} label="扫码" />
        <Stat value={booths.players} label="答题" />
        <Stat value={booths.reports} label="上报" />
        <Stat value={booths.applications} label="报名" />
      </View>
    </View>
  </Card>
)

/** What waits for this officer, and the way to everything else. */
const DeskPage = () => {
  const me = useMe()
  const overview = useOverview()
  const isOfficer = hasRole(me.data, 'officer')
  const seat = me.data?.grants.find(({ role }) => role === 'officer')
  const isRegulator = hasRole(me.data, 'regulator')
  return (
    <Page title="工作台" wide>
      <QueryView
        query={overview}
        skeleton={
          <>
            <Skeleton kind="stats" count={4} />
            <Skeleton kind="list" count={5} />
          </>
        }
      >
        {(data) => (
          <>
            <View className="title">{data.nodeName}</View>
            {(isOfficer || isRegulator) && <HazardNumbers hazards={data.hazards} />}
            {seat && <SetupCard nodeId={seat.nodeId} />}
            <DeskReminder />
            <DeskGroups groups={deskGroups.before} {...{ overview: data, isOfficer, isRegulator }} />
            {isOfficer && <Booths booths={data.booths} />}
            <DeskGroups groups={deskGroups.after} {...{ overview: data, isOfficer, isRegulator }} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default DeskPage
