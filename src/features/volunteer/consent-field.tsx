import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { currentConsent } from 'types/consents'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { Sheet } from '@/components/sheet'
import type { ApplyValues } from './apply-values'

/** The privacy text in full, and its own tick box: never ticked beforehand. */
export const ConsentField = ({ control }: { control: Control<ApplyValues> }) => {
  const [open, setOpen] = useState(false)
  const consent = currentConsent('volunteer')
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">{consent.title}</View>
        <Button kind="ghost" small onPress={() => setOpen(true)}>
          阅读全文
        </Button>
        <CheckboxField control={control} name="agreed">
          我已阅读，同意处理我的个人信息，并单独同意处理身份证号和健康状况
        </CheckboxField>
      </View>
      <Sheet open={open} title="个人信息处理说明" onClose={() => setOpen(false)}>
        <View className="pre-line">{consent.text}</View>
      </Sheet>
    </Card>
  )
}
