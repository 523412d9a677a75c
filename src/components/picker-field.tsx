import { useCallback, useState } from 'react'
import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import type { Option } from './chip'
import { FieldFrame, type FieldFacts } from './field-frame'
import { Icon } from './icon'
import { Pressable } from './pressable'
import { Sheet } from './sheet'

type ListProps = {
  label: string
  options: readonly Option[]
  value: string | undefined
  onChoose: (value: string) => void
}

/** Long choices as big rows: easier to hit than a wheel, and they wrap at the largest text. */
export const ChoiceList = ({ label, options, value, onChoose }: ListProps) => (
  <View className="stack-s" {...aria({ role: 'radiogroup', label })}>
    {options.map((option) => (
      <Pressable
        key={option.value}
        className={classNames('choice-row', option.value === value && 'choice-row-on')}
        role="radio"
        checked={option.value === value}
        onPress={() => onChoose(option.value)}
      >
        <View className="grow">{option.label}</View>
        {option.value === value && <Icon name="check" />}
      </Pressable>
    ))}
  </View>
)

type BoxProps = {
  label: string
  shown: string | undefined
  /** What stands there while nothing is shown. */
  blank?: string
  onPress: () => void
  icon?: 'chevron-down' | 'calendar'
}

/** What a closed picker looks like. */
export const PickerBox = ({ label, shown, blank = `请选择${label}`, onPress, icon = 'chevron-down' }: BoxProps) => (
  <Pressable className="field-box field-press" label={`${label}：${shown ?? blank}`} onPress={onPress}>
    <View className={classNames('grow', !shown && 'field-blank')}>{shown ?? blank}</View>
    <Icon name={icon} size="s" />
  </Pressable>
)

type Props<T extends FieldValues> = FieldFacts & { control: Control<T>; name: FieldPath<T>; options: readonly Option[] }

/** One of many, chosen in a sheet: `<PickerField control={form.control} name='education' label='学历' options={educations} />`. */
export const PickerField = <T extends FieldValues>({ control, name, options, ...facts }: Props<T>) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <FieldFrame {...facts} error={fieldState.error?.message}>
          <PickerBox
            label={facts.label}
            shown={options.find((option) => option.value === field.value)?.label}
            onPress={() => setOpen(true)}
          />
          <Sheet open={open} title={facts.label} onClose={close}>
            <ChoiceList
              label={facts.label}
              options={options}
              value={field.value}
              onChoose={(value) => {
                field.onChange(value)
                close()
              }}
            />
          </Sheet>
        </FieldFrame>
      )}
    />
  )
}
