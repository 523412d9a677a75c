import { Controller, type Control } from 'react-hook-form'
import { Textarea, View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { inputName } from '@/lib/input-name'
import type { ReportValues } from './report-values'
import './words-box.scss'

const longest = 500

type Props = { control: Control<ReportValues> }

const validate = (words: string, { photos }: ReportValues) =>
  words.trim() !== '' || photos.length > 0 || '请先拍一张照片，或写一句哪里、怎么了'

/** What is wrong, in the reporter's own words, with a count; no frame of its own: it stands in a card. */
export const WordsBox = ({ control }: Props) => (
  <Controller
    control={control}
    name="words"
    rules={{ validate }}
    render={({ field, fieldState }) => (
      <View>
        <Textarea
          className="words-box-area"
          autoHeight
          maxlength={longest}
          value={field.value}
          placeholder="哪里、什么东西、怎么了？例如：配电箱门敞开，电线外皮破损"
          placeholderClass="words-box-blank"
          onInput={(event) => field.onChange(event.detail.value)}
          onBlur={field.onBlur}
          {...inputName('隐患情况')}
        />
        <View className="row-between">
          <View className="ink-red text-m grow" {...aria({ role: 'alert' })}>
            {fieldState.error?.message ?? ''}
          </View>
          <View className="note">
            {field.value.length} / {longest}
          </View>
        </View>
      </View>
    )}
  />
)
