import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { lawMachine } from 'types/quiz-laws'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { useLaws, type Law } from '@/features/office/bank/bank-api'
import { AddLawSheet, AmendLawSheet } from '@/features/office/bank/law-sheets'
import '@/features/office/office.scss'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const dayIn = (from: string) => showDate(`${from}T12:00:00+08:00`)

type CardProps = { law: Law; onAmend?: () => void }

const LawCard = ({ law, onAmend }: CardProps) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{law.name}</View>
        <StateTag state={lawMachine.states[law.state]} />
      </View>
      {law.next && <View className="strong">{`${law.next.version} 版将于 ${dayIn(law.next.from)}施行`}</View>}
      {law.versions.map(({ version, from, note }) => (
        <View key={version} className="text-m">
          {`${version} 版，${dayIn(from)}施行${version === law.current ? '（现行）' : ''}${note ? `：${note}` : ''}`}
        </View>
      ))}
      <View className="row-wrap">
        <Button
          small
          kind="quiet"
          label={`看题目：${law.name}`}
          onPress={() => openPage(routes.officeQuestions, { law: law.name })}
        >
          看题目
        </Button>
        {onAmend && (
          <Button small kind="ghost" label={`记录修订：${law.name}`} onPress={onAmend}>
            记录修订
          </Button>
        )}
      </View>
    </View>
  </Card>
)

const Laws = () => {
  const laws = useLaws()
  const [asking, setAsking] = useState<Law | 'new'>()
  const close = useCallback(() => setAsking(undefined), [])
  const mayChange = laws.data?.mayChange === true
  const nothing = (
    <Empty icon="list" title="还没有登记法规" detail="登记后，法规一修订，引用旧版的题目会自动转到待核对。" />
  )
  return (
    <Page
      title="法规库"
      wide
      footer={
        mayChange && (
          <View className="office-act">
            <Button icon="plus" onPress={() => setAsking('new')}>
              登记法规
            </Button>
          </View>
        )
      }
    >
      {laws.data && !mayChange && (
        <Card tight>
          <View className="text-m">法规库由最上级工会统一维护，各级工会共用。</View>
        </Card>
      )}
      <QueryView query={laws} isEmpty={({ items }) => items.length === 0} empty={nothing}>
        {({ items }) => (
          <View className="office-grid">
            {items.map((law) => (
              <LawCard key={law.id} law={law} onAmend={mayChange ? () => setAsking(law) : undefined} />
            ))}
          </View>
        )}
      </QueryView>
      {asking === 'new' && <AddLawSheet onClose={close} />}
      {asking !== undefined && asking !== 'new' && <AmendLawSheet law={asking} onClose={close} />}
    </Page>
  )
}

/** The register of laws the questions stand on. */
const LawsPage = () => <WithSeat title="法规库">{(seat) => <Laws key={seat.id} />}</WithSeat>

export default LawsPage
