import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { HandOverLine, hotlines } from 'types/hazard-hotline'
import { reportEntries } from 'types/hazard-report'
import { Button } from '@/components/button'
import { CallRecordSheet, type CallRecord } from '@/components/call-record-sheet'
import { Card } from '@/components/card'
import { hazardKeys } from '@/features/hazard/keys'
import { retrievalKeyOf } from '@/features/hazard/retrieval'
import { call } from '@/lib/call'
import { dial } from '@/lib/dial'
import { showToast } from '@/lib/toast-store'

const useNoteCall = (id: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (record: CallRecord) => {
      const retrievalKey = retrievalKeyOf(id)
      return call(reportEntries, 'hazard', 'noteCall', { id, ...record, ...(retrievalKey && { retrievalKey }) })
    },
    meta: { silent: true },
    onSettled: () => void client.invalidateQueries({ queryKey: hazardKeys.root }),
  })
}

/** The two hotlines of one report, and the number they gave: it stands in the time line from then on. */
export const HotlineCard = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const noting = useNoteCall(id)
  const save = (record: CallRecord) =>
    noting.mutate(record, {
      onSuccess: () => {
        showToast('已记在办理进度里', 'good')
        close()
      },
    })
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">还可以打热线反映</View>
        <View className="row-wrap">
          {HandOverLine.options.map((number) => (
            <Button key={number} kind="ghost" small icon="phone" onPress={() => dial(number)}>
              {`${number} ${hotlines[number].name}`}
            </Button>
          ))}
        </View>
        <View className="row-wrap">
          <Button kind="quiet" small icon="edit" onPress={() => setOpen(true)}>
            打过了，记下受理编号
          </Button>
        </View>
      </View>
      <CallRecordSheet open={open} pending={noting.isPending} error={noting.error} onSave={save} onClose={close} />
    </Card>
  )
}
