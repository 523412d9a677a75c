import { memo } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { classNames } from '@/lib/class-names'
import './option-row.scss'

/** What became of an option once its question was marked. */
export type OptionMark = 'right' | 'wrong' | 'missed'

type Props = {
  /** 0-based; shown as A, B … */
  index: number
  text: string
  picked: boolean
  multiple: boolean
  mark?: OptionMark | undefined
  /** The answer stands: nothing reacts any more. */
  fixed: boolean
  onPick: (index: number) => void
}

export const optionLetter = (index: number): string => String.fromCharCode(65 + index)

const markWords = { right: '选对了', wrong: '选错了', missed: '正确答案' } as const

const spoken = ({ index, text, mark }: Props) =>
  [optionLetter(index), text, ...(mark ? [markWords[mark]] : [])].join('，')

/** One option of a question; picked and marked ones carry a sign or a word, never only a colour. */
export const OptionRow = memo((props: Props) => {
  const { index, text, picked, multiple, mark, fixed, onPick } = props
  return (
    <Pressable
      className={classNames('option-row', picked && 'option-row-picked', mark && `option-row-${mark}`)}
      role={multiple ? 'checkbox' : 'radio'}
      checked={picked}
      {...(fixed && { disabled: true })}
      label={spoken(props)}
      onPress={() => onPick(index)}
    >
      <View className={classNames('option-row-letter', multiple && 'option-row-square')}>
        {picked ? <Icon name={mark === 'wrong' ? 'close' : 'check'} size="s" /> : optionLetter(index)}
      </View>
      <View className="grow">{text}</View>
      {mark && <View className="option-row-word">{markWords[mark]}</View>}
    </Pressable>
  )
})
OptionRow.displayName = 'OptionRow'
