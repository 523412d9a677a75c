import { useState } from 'react'
import { View } from '@tarojs/components'
import { rosterMachine, type RosterHead } from 'types/volunteer-roster'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Stat } from '@/components/stat'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { useConfirmRoster } from './roster-api'
import { CopySheet, ExportSheet, QuestionSheet } from './roster-sheets'

const Copies = ({ head }: { head: RosterHead }) =>
  head.copies.length === 0 ? null : (
    <View className="stack-s">
      <View className="strong">报送记录</View>
      {head.copies.map(({ recipient, on, note, by }) => (
        <View key={`${recipient}.${on}`} className="text-m">
          {[`${on} 报送${recipient}`, note, `经办 ${by}`].filter(Boolean).join(' · ')}
        </View>
      ))}
    </View>
  )

type Open = 'export' | 'question' | 'copy' | null

const Acts = ({ head, isOfficer }: { head: RosterHead; isOfficer: boolean }) => {
  const [open, setOpen] = useState<Open>(null)
  const confirming = useConfirmRoster()
  const close = () => setOpen(null)
  const confirm = () =>
    confirming.mutate(
      { id: head.id, version: head.version },
      { onSuccess: () => showToast('已确认，可以按名册组队', 'good') },
    )
  return (
    <View className="row-wrap">
      {head.acts.includes('confirm') && (
        <Button small loading={confirming.isPending} onPress={confirm}>
          确认收到
        </Button>
      )}
      {head.acts.includes('question') && (
        <Button small kind="ghost" onPress={() => setOpen('question')}>
          请监管部门核对
        </Button>
      )}
      <Button small kind="ghost" icon="download" onPress={() => setOpen('export')}>
        导出汇总表
      </Button>
      {isOfficer && head.state === 'confirmed' && (
        <Button small kind="ghost" onPress={() => setOpen('copy')}>
          登记报送
        </Button>
      )}
      {open === 'export' && <ExportSheet head={head} onClose={close} />}
      {open === 'question' && <QuestionSheet head={head} onClose={close} />}
      {open === 'copy' && <CopySheet head={head} onClose={close} />}
    </View>
  )
}

/** One version: whose it is, what changed, who sealed and who confirmed it, and what can be done. */
export const RosterHeadCard = ({ head, isOfficer }: { head: RosterHead; isOfficer: boolean }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title">
          {head.union.name}名册 第 {head.no} 版
        </View>
        <StateTag state={rosterMachine.states[head.state]} />
      </View>
      <View className="row">
        <Stat value={head.rows} label="在册" />
        <Stat value={head.joined} label="新增" />
        <Stat value={head.changed} label="更正" />
        <Stat value={head.left} label="退出" />
      </View>
      <View className="text-m">
        {head.sealed.unit} {head.sealed.name} · {showTime(head.sealed.at)} 封存
      </View>
      {head.confirmed && (
        <View className="text-m">
          {head.confirmed.unit} {head.confirmed.name} · {showTime(head.confirmed.at)} 确认收到
        </View>
      )}
      {head.question && <View className="ink-red pre-line">工会请核对：{head.question}</View>}
      <View className="note">校验码 {head.hash.slice(0, 20)}，印在汇总表上，改动任何一行都会不同。</View>
      <Acts head={head} isOfficer={isOfficer} />
      <Copies head={head} />
    </View>
  </Card>
)
