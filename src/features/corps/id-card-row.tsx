import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Fact } from '@/components/fact'
import { useReadIdCard, type Application } from './api'
import { ReasonSheet } from '@/components/reason-sheet'

/** The masked ID number; the full one only with a reason, and on record. */
export const IdCardRow = ({ application }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const reading = useReadIdCard()
  const look = (reason: string) => reading.mutate({ id: application.id, reason }, { onSuccess: () => setOpen(false) })
  return (
    <View>
      <Fact name="身份证号" value={reading.data?.idCard ?? application.idCard} />
      {!reading.data && (
        <View className="row-wrap">
          <Button small kind="quiet" icon="eye" onPress={() => setOpen(true)}>
            查看完整号码
          </Button>
        </View>
      )}
      <ReasonSheet
        open={open}
        title="查看完整身份证号"
        hint="会记入操作记录。"
        reading={reading}
        onReason={look}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
