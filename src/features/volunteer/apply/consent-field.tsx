import { useState } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { currentConsent } from 'types/consents'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'
import { Sheet } from '@/components/sheet'
import type { ApplyValues } from './values'

/** The privacy text in full, and a tick box for it and for each piece of sensitive information: never ticked beforehand. */
export const ConsentField = ({ control }: { control: Control<ApplyValues> }) => {
  const [open, setOpen] = useState(false)
  const hasPhoto = useWatch({ control, name: 'photo' }) !== ''
  const consent = currentConsent('volunteer')
  return (
    <>
      <Card tone="amber">
        <View className="stack-s">
          <View className="strong">{consent.title}</View>
          <Button kind="ghost" small onPress={() => setOpen(true)}>
            阅读全文
          </Button>
          <CheckboxField control={control} name="agreed">
            我已阅读，同意处理我的个人信息
          </CheckboxField>
          <View className="note">下面每一项需要您单独同意：</View>
          <CheckboxField control={control} name="agreedIdCard">
            单独同意处理身份证号：核对本人和年龄、防止重复申请、办理实名登记，加密保存
          </CheckboxField>
          <CheckboxField control={control} name="agreedHealth">
            单独同意处理健康状况：判断哪些岗位不适合安排，只有审核人员能看到
          </CheckboxField>
          {hasPhoto && (
            <CheckboxField control={control} name="agreedPhoto">
              单独同意处理照片：审核时核对本人、制作证件，不做人脸识别，随时可以撤回
            </CheckboxField>
          )}
          <View className="note">不同意只是不能申请志愿者，其他功能照常使用；提交后也可以撤回。</View>
        </View>
      </Card>
      <Sheet open={open} title="个人信息处理说明" onClose={() => setOpen(false)}>
        <View className="pre-line">{consent.text}</View>
      </Sheet>
    </>
  )
}
