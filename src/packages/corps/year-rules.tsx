import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { RuleCard } from '@/features/corps/year/rule-card'
import { RuleSheet } from '@/features/corps/year/rule-sheet'
import { useYearRules } from '@/features/corps/year/year-api'
import { WithSeat } from '@/features/session/with-seat'

const Shown = () => {
  const [changing, setChanging] = useState(false)
  const close = useCallback(() => setChanging(false), [])
  return (
    <Page title="年度规则" wide>
      <QueryView query={useYearRules()} skeleton={<Skeleton kind="card" count={2} />}>
        {({ sets, version, mayChange, years }) => (
          <View className="stack">
            {!mayChange && <View className="note">由最上级工会的管理员修改，这里可以查看。</View>}
            {sets.map((rule) => (
              <RuleCard key={rule.from} rule={rule} />
            ))}
            {mayChange && (
              <Button kind="ghost" icon="edit" onPress={() => setChanging(true)}>
                修改规则
              </Button>
            )}
            {changing && sets[0] && <RuleSheet rule={sets[0]} {...{ years, version }} onClose={close} />}
          </View>
        )}
      </QueryView>
    </Page>
  )
}

/** What a year asks of volunteers, and how certificates are numbered. */
const YearRulesPage = () => (
  <WithSeat title="年度规则" roles={['officer', 'regulator']}>
    {() => <Shown />}
  </WithSeat>
)

export default YearRulesPage
