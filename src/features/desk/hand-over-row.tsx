import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { CallRecordSheet, type CallRecord } from '@/components/call-record-sheet'
import { saying } from '@/lib/said-and-done'
import { useHandOver } from './api'

/** An officer writes down that he handed the hazard over to a hotline. */
export const HandOverRow = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const handing = useHandOver()
  const save = (record: CallRecord) => handing.mutate({ id, ...record }, saying('已记在办理进度里', close))
  return (
    <View className="row-wrap">
      <Button kind="quiet" small icon="phone" onPress={() => setOpen(true)}>
        已转 12350 / 12351，记下编号
      </Button>
      <CallRecordSheet open={open} pending={handing.isPending} error={handing.error} onSave={save} onClose={close} />
    </View>
  )
}
