import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { Icon } from './icon'
import './field.scss'

export type FieldFacts = {
  label: string
  /** One line under the field: why it is asked, or how to write it. */
  hint?: string
  /** Fields are required unless said otherwise. */
  optional?: boolean
}

type Props = FieldFacts & { error?: string; children: ReactNode }

/** Label, field, hint and error of one question; every field component stands in it. */
export const FieldFrame = ({ label, hint, optional, error, children }: Props) => (
  <View className={classNames('field', error && 'field-wrong')}>
    <View className="field-label">
      {label}
      {optional && <View className="field-optional">选填</View>}
    </View>
    {children}
    {error && (
      <View className="field-error" {...aria({ role: 'alert' })}>
        <Icon name="warning" size="s" />
        <View className="grow">{error}</View>
      </View>
    )}
    {hint && <View className="field-hint">{hint}</View>}
  </View>
)
