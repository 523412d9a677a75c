import { memo } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { classNames } from '@/lib/class-names'
import './option-row.scss'

type Props = {
  /** 0-based; shown as A, B … */
  index: number
  text: string
  picked: boolean
  multiple: boolean
  onPick: (index: number) => void
}

export const optionLetter = (index: number): string => String.fromCharCode(65 + index)

/** One option of a question; the picked one carries a tick, not only a colour. */
export const OptionRow = memo(({ index, text, picked, multiple, onPick }: Props) => (
  <Pressable
    className={classNames('option-row', picked && 'option-row-picked')}
    role={multiple ? 'checkbox' : 'radio'}
    checked={picked}
    label={`${optionLetter(index)}，${text}`}
    onPress={() => onPick(index)}
  >
    <View className={classNames('option-row-letter', multiple && 'option-row-square')}>
      {picked ? <Icon name="check" size="s" /> : optionLetter(index)}
    </View>
    <View className="grow">{text}</View>
  </Pressable>
))
OptionRow.displayName = 'OptionRow'
