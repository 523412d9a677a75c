import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { deskContract } from 'types/desk'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Stat } from '@/components/stat'
import { useOverview } from '@/features/desk/api'
import { OfficeRows } from '@/features/desk/office-rows'
import { VolunteerRows } from '@/features/desk/volunteer-rows'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

type Overview = OutputOf<typeof deskContract.overview>

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
  const isRegulator = hasRole(me.data, 'regulator')
  const waiting = overview.data?.applications
  const reviews = waiting?.desk
  return (
    <Page title="工作台" wide>
      <QueryView query={overview}>
        {(data) => (
          <>
            <View className="title">{data.nodeName}</View>
            {(isOfficer || isRegulator) && <HazardNumbers hazards={data.hazards} />}
            <ListGroup title="办理">
              {isOfficer && (
                <ListRow icon="list" tone="red" title="隐患台账" onPress={() => openPage(routes.deskLedger)} />
              )}
              {isOfficer && (
                <ListRow icon="chart" tone="green" title="四查覆盖" onPress={() => openPage(routes.officeCoverage)} />
              )}
              {isOfficer && (
                <ListRow
                  icon="document"
                  tone="amber"
                  title="书面建议函"
                  onPress={() => openPage(routes.officeLetters)}
                />
              )}
              {isOfficer && (
                <ListRow icon="eye" tone="blue" title="隐患公示栏" onPress={() => openPage(routes.officeBoard)} />
              )}
              {isOfficer && (
                <ListRow icon="gift" tone="red" title="排查奖励" onPress={() => openPage(routes.officeAwards)} />
              )}
              <ListRow
                icon="volunteer"
                tone="green"
                title="志愿者审核"
                value={reviews === undefined ? undefined : `${reviews} 份待办`}
                onPress={() => openPage(routes.deskQueue)}
              />
              <ListRow
                icon="people"
                tone="blue"
                title="志愿者名册"
                value={`${data.applications.enrolled} 人`}
                onPress={() => openPage(routes.deskRoster)}
              />
              {isOfficer && (
                <ListRow
                  icon="calendar"
                  tone="amber"
                  title="志愿活动"
                  detail="发布、签到、时长、未到场说明"
                  onPress={() => openPage(routes.corpsActivities)}
                />
              )}
            </ListGroup>
            {(isOfficer || isRegulator) && <VolunteerRows isOfficer={isOfficer} />}
            {isOfficer && <Booths booths={data.booths} />}
            <OfficeRows isOfficer={isOfficer} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default DeskPage
