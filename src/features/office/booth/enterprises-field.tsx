import { useCallback, useState } from 'react'
import { Controller, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'
import { Sheet } from '@/components/sheet'
import { EnterpriseSearch } from '../enterprise-field'
import type { Step } from '../node-browser'
import { PickedNames } from '../picked-names'
import type { BatchValues } from './batch-values'

/** Enterprises that get a booth each: found one after the other, taken out with one tap. */
export const EnterprisesField = ({ control, nodeId }: { control: Control<BatchValues>; nodeId: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <Controller
      control={control}
      name="enterprises"
      render={({ field: { value, onChange } }) => {
        const add = (one: Step) => {
          if (!value.some(({ id }) => id === one.id)) onChange([...value, one])
          close()
        }
        return (
          <FieldFrame label="设在企业里的展台" optional hint="每选一家企业建一个展台，扫码的职工默认属于这家企业。">
            <View className="stack-s">
              <PickedNames value={value} verb="去掉" onChange={onChange} />
              <Button kind="ghost" small icon="plus" onPress={() => setOpen(true)}>
                选一家企业
              </Button>
            </View>
            <Sheet open={open} title="选一家企业" onClose={close}>
              <EnterpriseSearch nodeId={nodeId} onChoose={add} />
            </Sheet>
          </FieldFrame>
        )
      }}
    />
  )
}
