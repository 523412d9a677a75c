import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { showNumber } from '@/lib/show-number'
import './bars.scss'

type Bar = { name: string; value: number }
type Props = {
  bars: readonly Bar[]
  /** What the numbers are: `扫码`. */
  what: string
  /** Under the left end, the middle and the right end. */
  marks: readonly string[]
}

const spoken = (bars: readonly Bar[], what: string) => {
  const some = bars.filter(({ value }) => value > 0)
  return some.length === 0
    ? `${what}：没有`
    : `${what}：${some.map(({ name, value }) => `${name} ${value}`).join('，')}`
}

/** Numbers side by side as bars; the highest is said in words, and all of them to who hears the page. */
export const Bars = ({ bars, what, marks }: Props) => {
  const most = bars.reduce((top, bar) => (bar.value > top.value ? bar : top), { name: '', value: 0 })
  return (
    <View className="bars">
      <View className="text-m">
        {most.value > 0 ? `${most.name}最多：${what} ${showNumber(most.value)}` : `还没有${what}`}
      </View>
      <View className="bars-plot" {...aria({ role: 'img', label: spoken(bars, what) })}>
        {bars.map(({ name, value }) => (
          <View
            key={name}
            className={classNames(
              'bars-bar',
              value > 0 && 'bars-bar-some',
              value > 0 && value === most.value && 'bars-bar-most',
            )}
            style={{ height: `${most.value > 0 ? (100 * value) / most.value : 0}%` }}
          />
        ))}
      </View>
      <View className="bars-marks">
        {marks.map((mark) => (
          <View key={mark}>{mark}</View>
        ))}
      </View>
    </View>
  )
}
