import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import './progress.scss'

type Props = {
  /** 0..1 */
  value: number
  tone?: 'red' | 'amber' | 'green'
  label: string
}

/** A bar; the number itself stands beside it in words. */
export const Progress = ({ value, tone = 'red', label }: Props) => {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <View className="progress" {...aria({ role: 'progressbar', label, valueNow: percent })}>
      <View className={`progress-bar progress-${tone}`} style={{ width: `${percent}%` }} />
    </View>
  )
}
