import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { gradeLabels } from 'types/hazard'
import { rungLabels } from 'types/hazard-ladder'
import { spellHolidays } from 'types/holidays'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { HolidaySheet } from '@/features/office/rules/holiday-sheet'
import { LadderDaysSheet, grades, waitingRungs } from '@/features/office/rules/ladder-days-sheet'
import { useRules, type Rules } from '@/features/office/rules/rules-api'
import '@/features/office/office.scss'
import { dayIn } from '@/lib/clock'
import { WithSeat } from '@/features/session/with-seat'

type Part = { rules: Rules; onChange: ((what: string) => void) | undefined }

const Holidays = ({ rules: { years }, onChange }: Part) => {
  const next = String(Number(dayIn(0).slice(0, 4)) + 1)
  return (
    <Card>
      <View className="stack">
        <View className="title">节假日和调休</View>
        <View className="text-m">建议函的答复期限遇到放假，顺延到下一个工作日。</View>
        {years.map((one) => (
          <View key={one.year} className="stack-s">
            <View className="row-between">
              <View className="strong">{one.year} 年</View>
              {one.shipped && <Tag tone="grey">随程序提供</Tag>}
            </View>
            <View className="text-m pre-line">{spellHolidays(one)}</View>
            {onChange && (
              <View className="row-wrap">
                <Button
                  small
                  kind="quiet"
                  icon="edit"
                  label={`修改 ${one.year} 年节假日`}
                  onPress={() => onChange(one.year)}
                >
                  修改
                </Button>
              </View>
            )}
          </View>
        ))}
        {onChange && !years.some(({ year }) => year === next) && (
          <Button kind="ghost" onPress={() => onChange(next)}>
            登记 {next} 年的节假日
          </Button>
        )}
      </View>
    </Card>
  )
}

const Waiting = ({ rules: { days }, onChange }: Part) => (
  <Card>
    <View className="stack">
      <View className="title">逾期后逐级督促</View>
      <View className="text-m">整改逾期后，在每一级等几天，还没改完就往上提一级。</View>
      {grades.map((grade) => (
        <View key={grade} className="stack-s">
          <View className="strong">{gradeLabels[grade]}隐患</View>
          {waitingRungs[grade].map((rung) => (
            <View key={rung} className="row-between">
              <View>{rungLabels[rung]}</View>
              <View>{(days[grade] as Record<string, number>)[rung]} 天</View>
            </View>
          ))}
        </View>
      ))}
      {onChange && (
        <Button kind="ghost" onPress={() => onChange('days')}>
          修改等待天数
        </Button>
      )}
    </View>
  </Card>
)

const RulesOf = ({ rules }: { rules: Rules }) => {
  const [changing, setChanging] = useState<string>()
  const close = useCallback(() => setChanging(undefined), [])
  const change = rules.mayChange ? setChanging : undefined
  return (
    <View className="stack">
      {!rules.mayChange && <View className="note">由最上级工会的管理员修改，这里可以查看。</View>}
      <Waiting rules={rules} onChange={change} />
      <Holidays rules={rules} onChange={change} />
      {changing === 'days' && <LadderDaysSheet rules={rules} onClose={close} />}
      {changing !== undefined && changing !== 'days' && <HolidaySheet year={changing} rules={rules} onClose={close} />}
    </View>
  )
}

const Shown = () => (
  <Page title="期限规则" wide>
    <QueryView query={useRules()} skeleton={<Skeleton kind="card" count={2} />}>
      {(rules) => <RulesOf rules={rules} />}
    </QueryView>
  </Page>
)

/** Holidays of the year and how long a late hazard waits on each rung. */
const RulesPage = () => <WithSeat title="期限规则">{() => <Shown />}</WithSeat>

export default RulesPage
