import { View } from '@tarojs/components'
import { formatDate, formatDateTime } from 'types/calendar'
import { certificateMachine } from 'types/volunteer-certificate-rules'
import type { Verdict } from 'types/volunteer-certificate'
import { Card } from '@/components/card'
import { Icon, type IconName } from '@/components/icon'
import { aria } from '@/lib/aria'

type Said = { good: boolean; icon: IconName; title: string; detail: string }
type Of<W extends Verdict['what']> = Extract<Verdict, { what: W }>

const certificateSaid = ({ state, number }: Of<'certificate'>): Said => {
  if (state === 'valid') return { good: true, icon: 'check', title: '证书有效', detail: number }
  const { label } = certificateMachine.states[state]
  return { good: false, icon: 'warning', title: `证书${label}`, detail: `${number} 不再有效。` }
}

const badgeSaid = ({ valid, number }: Of<'badge'>): Said =>
  valid
    ? { good: true, icon: 'check', title: '是在册志愿者', detail: number }
    : { good: false, icon: 'warning', title: '现在不是在册志愿者', detail: `${number} 已失效。` }

const saidOf = (verdict: Verdict): Said => {
  if (verdict.what === 'certificate') return certificateSaid(verdict)
  if (verdict.what === 'badge') return badgeSaid(verdict)
  return {
    ...{ good: false, icon: 'warning', title: '查不到这个码' },
    detail: '没有这份证书或志愿者证，请核对是不是安康志愿的码。',
  }
}

type Fact = readonly [name: string, value: string]

const factsOf = (verdict: Verdict): readonly Fact[] => {
  if (verdict.what === 'certificate')
    return [
      ['获得者', verdict.name],
      ['内容', `${verdict.year} ${verdict.of}`],
      ['颁发单位', verdict.issuer],
      ['颁发日期', formatDate(verdict.issuedAt)],
    ]
  if (verdict.what === 'badge')
    return [
      ['姓名', verdict.name],
      ...(verdict.team ? ([['队伍', verdict.team]] as const) : []),
      ['工会', verdict.union],
      ['年度', `${verdict.year} 年`],
    ]
  return []
}

const secondsOf = (at: string) => at.slice(17, 19)

/** Valid, not valid or unknown, as of the second it was asked. */
export const VerdictCard = ({ verdict }: { verdict: Verdict }) => {
  const { good, icon, title, detail } = saidOf(verdict)
  return (
    <View className="stack">
      <Card tone={good ? 'green' : 'red'}>
        <View className="stack-s center" {...aria({ role: 'status' })}>
          <View className={good ? 'ink-green' : 'ink-red'}>
            <Icon name={icon} size="l" />
          </View>
          <View className={good ? 'headline ink-green' : 'headline ink-red'}>{title}</View>
          <View>{detail}</View>
          <View className="text-m">
            核验时间 {formatDateTime(verdict.checkedAt)}:{secondsOf(verdict.checkedAt)}
          </View>
        </View>
      </Card>
      {verdict.what !== 'unknown' && (
        <Card>
          <View className="stack-s">
            {factsOf(verdict).map(([name, value]) => (
              <View key={name} className="row-between">
                <View className="text-m">{name}</View>
                <View className="strong">{value}</View>
              </View>
            ))}
          </View>
        </Card>
      )}
      {verdict.what === 'badge' && (
        <View className="text-m">
          对方手机上的时间应当在走动；截图里的时间是停住的。姓名只显示姓，可请对方说出全名。
        </View>
      )}
    </View>
  )
}
