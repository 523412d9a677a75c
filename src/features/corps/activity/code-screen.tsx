import { View } from '@tarojs/components'
import { activityRules } from 'types/volunteer-activity-kinds'
import { Picture } from '@/components/picture'
import { Progress } from '@/components/progress'
import { aria } from '@/lib/aria'
import { useNow } from '@/hooks/use-now'
import type { useActivityCodes } from './activity-office-api'
import './code-screen.scss'

type Codes = NonNullable<ReturnType<typeof useActivityCodes>['data']>

const spaced = (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3)}`

type Props = { title: string; way: 'in' | 'out'; codes: Codes }

/** The code of this moment as large as it goes, with its digits and the time it has left. */
export const CodeScreen = ({ title, way, codes }: Props) => {
  const now = useNow(500).getTime() + codes.ahead
  const current = codes.items.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to))
  if (!current)
    return (
      <View className="sign-screen">
        <View {...aria({ role: 'status' })}>正在换码，请稍候。网络不好时，先用手工登记。</View>
      </View>
    )
  const left = Math.max(0, Math.ceil((Date.parse(current.to) - now) / 1000))
  return (
    <View className="sign-screen">
      <View className="sign-screen-title">
        {title} · {way === 'in' ? '签到' : '签退'}
      </View>
      <Picture className="sign-screen-picture" src={current.qr} label={way === 'in' ? '签到码' : '签退码'} />
      <View className="sign-screen-digits">{spaced(current.digits)}</View>
      <View className="sign-screen-bar">
        <Progress value={left / activityRules.slotSeconds} label={`还有 ${left} 秒换码`} />
        <View className="note">{left} 秒后换码</View>
      </View>
      <View className="text-m">在“安康志愿”里点“活动签到”扫码，或输入六位数字</View>
      <View className="strong">
        已{way === 'in' ? '签到' : '签退'} {codes.signed} 人 · 报名 {codes.joined} 人
      </View>
    </View>
  )
}
