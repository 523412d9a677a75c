import { View } from '@tarojs/components'
import { Pressable } from '@/components/pressable'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import './undo-strip.scss'

type Props = {
  /** Letter of the choice that is about to stand; null: none is. */
  letter: string | null
  /** Turns at every new choice, so that the bar begins anew. */
  turn: number
  onUndo: () => void
}

/**
 * "Can be changed for three seconds": bar and number run by themselves in the style sheet, a tap sends no more than a class.
 * Its place is kept while there is nothing to undo, so that nothing jumps under the thumb.
 */
export const UndoStrip = ({ letter, turn, onUndo }: Props) => (
  <View
    className={classNames('undo-strip', letter !== null && `undo-strip-${turn % 2 === 0 ? 'even' : 'odd'}`)}
    {...aria({ role: 'status', ...(letter === null ? { hidden: true } : { hidden: false }) })}
  >
    <View className="undo-strip-line">
      <View className="undo-strip-count" {...aria({ hidden: true })}>
        <View className="undo-strip-3">3</View>
        <View className="undo-strip-2">2</View>
        <View className="undo-strip-1">1</View>
      </View>
      <View className="grow text-m">已选 {letter ?? ''}，3 秒内可改</View>
      <Pressable className="undo-strip-act" onPress={onUndo}>
        撤销
      </Pressable>
    </View>
    <View className="undo-strip-rail" {...aria({ hidden: true })}>
      <View className="undo-strip-bar" />
    </View>
  </View>
)
