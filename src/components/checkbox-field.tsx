import type { ReactNode } from 'react'
import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './field.scss'

type Props = { on: boolean; onChange: (on: boolean) => void; children: ReactNode; label?: string }

/** One tick box with its sentence. Never ticked beforehand where it is a consent. */
export const CheckRow = ({ on, onChange, children, label }: Props) => (
  <Pressable
    className={classNames('check-row', on && 'check-row-on')}
    role="checkbox"
    checked={on}
    label={label}
    onPress={() => onChange(!on)}
  >
    <View className="check-row-box">{on && <Icon name="check" size="s" />}</View>
    <View className="grow">{children}</View>
  </Pressable>
)

type FieldProps<T extends FieldValues> = { control: Control<T>; name: FieldPath<T>; children: ReactNode }

/** A tick box of a form: `<CheckboxField control={form.control} name='pledge'>我愿意每年至少参加两次活动</CheckboxField>`. */
export const CheckboxField = <T extends FieldValues>({ control, name, children }: FieldProps<T>) => (
  <Controller
    control={control}
    name={name}
    render={({ field, fieldState }) => (
      <View>
        <CheckRow on={field.value === true} onChange={field.onChange}>
          {children}
        </CheckRow>
        {fieldState.error?.message && (
          <View className="field-error" {...aria({ role: 'alert' })}>
            <Icon name="warning" size="s" />
            <View className="grow">{fieldState.error.message}</View>
          </View>
        )}
      </View>
    )}
  />
)
