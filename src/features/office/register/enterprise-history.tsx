import { View } from '@tarojs/components'
import { enterpriseFieldLabels } from 'types/org-register'
import { Card } from '@/components/card'
import { showTime } from '@/lib/clock'
import type { Enterprise } from './register-api'

type Step = Enterprise['history'][number]

const StepLines = ({ step }: { step: Step }) => (
  <View className="stack-s">
    <View className="row-between">
      <View className="strong">{step.verb}</View>
      <View className="note">{showTime(step.at)}</View>
    </View>
    {step.reason && <View>{`原因：${step.reason}`}</View>}
    {step.changes.map(({ field, from, to }) => (
      <View key={field} className="text-m">
        {`${enterpriseFieldLabels[field] ?? field}：${from || '（空）'} 改为 ${to || '（空）'}`}
      </View>
    ))}
    <View className="note">{step.by || '系统'}</View>
  </View>
)

/** What happened to an enterprise in the register, field by field, the latest first. */
export const EnterpriseHistory = ({ history }: { history: readonly Step[] }) => (
  <Card>
    <View className="stack">
      <View className="title">变更记录</View>
      {history.map((step) => (
        <StepLines key={`${step.at} ${step.verb}`} step={step} />
      ))}
    </View>
  </Card>
)
