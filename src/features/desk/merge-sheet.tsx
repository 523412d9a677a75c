import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardMachine } from 'types/hazard-machine'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { sentenceOf } from '@/lib/query-client'
import { saying } from '@/lib/said-and-done'
import { useAlike, useMerge } from './api'
import type { HazardSheetProps } from './hazard-sheet'

const none = <Empty icon="search" title="没有很像的隐患" detail="同一单位近 30 天还在办理的里面没有找到。" />

/** Puts a report together with another open one of the same thing. */
export const MergeSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const [into, setInto] = useState<string | null>(null)
  const alike = useAlike(detail.id, open)
  const merging = useMerge()
  const merge = () => {
    if (into) merging.mutate({ id: detail.id, version: detail.version, intoId: into }, saying('已合并', onClose))
  }
  return (
    <Sheet
      open={open}
      title="合并到哪一条"
      onClose={onClose}
      footer={
        <>
          {merging.error && <View className="ink-red">{sentenceOf(merging.error)}</View>}
          <Button disabled={!into} loading={merging.isPending} onPress={merge}>
            合并，保留上报人和时间
          </Button>
        </>
      }
    >
      <View className="stack">
        <View className="text-m">合并后这一条不再单独办理，两边的上报人都会看到那一条的进度。合并不能撤回。</View>
        <QueryView query={alike} isEmpty={({ items }) => items.length === 0} empty={none}>
          {({ items }) => (
            <View className="stack">
              {items.map((row) => (
                <Card key={row.id} tight selected={row.id === into} onPress={() => setInto(row.id)}>
                  <View className="stack-s">
                    <View className="strong">{row.words}</View>
                    <View className="text-m">{[row.unit, row.place].filter(Boolean).join(' · ')}</View>
                    <View className="row-wrap">
                      <StateTag state={hazardMachine.states[row.state]} />
                      <View className="note">
                        {row.serial ?? row.code} · {showTime(row.reportedAt)}
                      </View>
                    </View>
                  </View>
                </Card>
              ))}
            </View>
          )}
        </QueryView>
      </View>
    </Sheet>
  )
}
