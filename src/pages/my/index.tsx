import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { SkeletonWord } from '@/components/skeleton'
import { Card } from '@/components/card'
import { Icon, IconTile } from '@/components/icon'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { textLevelLabels, useDisplay } from '@/lib/display-store'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { readingSentenceOf } from '@/lib/query-client'
import { useQueue } from '@/lib/submit-queue'
import { FirstUseRows } from './first-use-rows'

type MeData = OutputOf<typeof personEntries.me>

const unitWords = (me: MeData): string => {
  if (!me.unit) return '还没有选单位，选了可计入单位成绩'
  return me.unit.verified ? me.unit.name : `${me.unit.name}（未核实）`
}

const ProfileCard = ({ me, error }: { me: MeData | undefined; error: unknown }) => (
  <Card onPress={() => openPage(routes.profile)}>
    <View className="row">
      <IconTile name="person" tone="red" />
      <View className="grow">
        <View className="title">{me ? (me.name ?? '职工朋友') : error ? '职工朋友' : <SkeletonWord />}</View>
        <View className="text-m">{me ? unitWords(me) : error ? readingSentenceOf(error) : <SkeletonWord />}</View>
      </View>
      <Icon name="chevron-right" size="s" />
    </View>
  </Card>
)

const WorkRows = ({ me }: { me: MeData | undefined }) => {
  const isOfficer = hasRole(me, 'officer', 'regulator')
  const isFixer = hasRole(me, 'fixer')
  if (!isOfficer && !isFixer) return null
  const where = me?.grants.find((grant) => grant.role !== 'fixer')?.nodeName
  const enterprise = me?.grants.find((grant) => grant.role === 'fixer')?.nodeName
  return (
    <ListGroup>
      {isOfficer && (
        <ListRow icon="desk" tone="red" title="工作台" detail={where} onPress={() => openPage(routes.desk)} />
      )}
      {isFixer && (
        <ListRow
          icon="building"
          tone="amber"
          title="待我整改"
          detail={enterprise}
          onPress={() => openPage(routes.fixList)}
        />
      )}
    </ListGroup>
  )
}

const QueueRow = () => {
  const items = useQueue((queue) => queue.items)
  const open = items.filter((item) => item.state !== 'delivered').length
  if (items.length === 0) return null
  return (
    <ListGroup>
      <ListRow
        icon="upload"
        tone={open > 0 ? 'amber' : 'green'}
        title="我的提交"
        detail={open > 0 ? `${open} 件还没送达，已存在手机里` : '都已送达'}
        onPress={() => openPage(routes.queue)}
      />
    </ListGroup>
  )
}

const My = () => {
  const me = useMe()
  const { level, simple } = useDisplay()
  return (
    <Page title="我的" tab="my">
      <ProfileCard me={me.data} error={me.error} />
      <FirstUseRows />
      <WorkRows me={me.data} />
      <QueueRow />
      <ListGroup>
        <ListRow icon="camera" tone="amber" title="我的上报" onPress={() => openPage(routes.hazardMine)} />
        <ListRow icon="quiz" tone="red" title="我的闯关成绩" onPress={() => openPage(routes.quizRecord)} />
        <ListRow icon="volunteer" tone="green" title="我的志愿者申请" onPress={() => openPage(routes.volunteer)} />
        <ListRow icon="bell" tone="blue" title="消息" onPress={() => openPage(routes.messages)} />
      </ListGroup>
      <ListGroup>
        <ListRow
          icon="text-size"
          title="字号与简洁模式"
          value={`${textLevelLabels[level]}${simple ? ' · 简洁' : ''}`}
          onPress={() => openPage(routes.display)}
        />
        <ListRow
          icon="lock"
          title="隐私"
          detail="查看、撤回授权，删除我的资料"
          onPress={() => openPage(routes.privacy)}
        />
      </ListGroup>
    </Page>
  )
}

export default My
