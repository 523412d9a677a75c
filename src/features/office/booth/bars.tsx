import { View } from '@tarojs/components'
import { fewWords } from 'types/told-number'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { showNumber } from '@/lib/show-number'
import './bars.scss'

/** null: fewer than are told. */
type Bar = { name: string; value: number | null }
type Props = {
  bars: readonly Bar[]
  /** What the numbers are: `扫码`. */
  what: string
  /** Under the left end, the middle and the right end. */
  marks: readonly string[]
}

const countOf = ({ value }: Bar) => value ?? 0
const isFew = ({ value }: Bar) => value === null

const spoken = (bars: readonly Bar[], what: string) => {
  const some = bars.filter((bar) => countOf(bar) > 0).map((bar) => `${bar.name} ${countOf(bar)}`)
  const few = bars.some(isFew) ? [some.length > 0 ? `其余各段${fewWords}` : `各段都${fewWords}`] : []
  return `${what}：${[...some, ...few].join('，') || '没有'}`
}

/** The highest bar, and why some have no number. */
const headOf = (bars: readonly Bar[], top: Bar | undefined, what: string) => {
  const few = bars.some(isFew)
  if (!top) return few ? `${what}：各段都${fewWords}，不写具体数` : `还没有${what}`
  return `${top.name}最多：${what} ${showNumber(countOf(top))}${few ? `；${fewWords}的不写具体数，不画` : ''}`
}

/** Numbers side by side as bars; the highest is said in words, and all of them to who hears the page. */
export const Bars = ({ bars, what, marks }: Props) => {
  const most = Math.max(0, ...bars.map(countOf))
  const top = most > 0 ? bars.find((bar) => countOf(bar) === most) : undefined
  return (
    <View className="bars">
      <View className="text-m">{headOf(bars, top, what)}</View>
      <View className="bars-plot" {...aria({ role: 'img', label: spoken(bars, what) })}>
        {bars.map((bar) => (
          <View
            key={bar.name}
            className={classNames(
              'bars-bar',
              countOf(bar) > 0 && 'bars-bar-some',
              countOf(bar) > 0 && countOf(bar) === most && 'bars-bar-most',
            )}
            style={{ height: `${most > 0 ? (100 * countOf(bar)) / most : 0}%` }}
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
