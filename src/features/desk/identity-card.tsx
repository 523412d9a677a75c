import { useState } from 'react'
import { View } from '@tarojs/components'
import { identityLabels } from 'types/hazard'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { useHazardCommand, type HazardDetail } from './api'
import { ReasonSheet } from './reason-sheet'

const promise = {
  named: '上报人同意公开姓名，但企业看不到。',
  hidden: '上报人要求对企业保密。查看身份会留下记录，上报人能看到是谁、什么时候、为什么看的。',
  anonymous: '匿名上报，系统里没有身份。',
} as const

const Known = ({ name, phone }: { name: string; phone: string | null }) => (
  <View className="strong">
    {name}
    {phone && ` · ${phone}`}
  </View>
)

/** Who reported: shown only where entitled, opened only with a reason that is recorded. */
export const IdentityCard = ({ detail }: { detail: HazardDetail }) => {
  const [open, setOpen] = useState(false)
  const reading = useHazardCommand('openIdentity')
  const look = (reason: string) => reading.mutate({ id: detail.id, reason }, { onSuccess: () => setOpen(false) })
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">上报人</View>
          <Tag tone="blue">{identityLabels[detail.identity]}</Tag>
        </View>
        {detail.reporter && <View>{detail.reporter}</View>}
        {reading.data && <Known {...reading.data} />}
        <View className="note">{promise[detail.identity]}</View>
        {detail.mayOpenIdentity && !reading.data && (
          <Button small kind="ghost" icon="eye" onPress={() => setOpen(true)}>
            查看身份
          </Button>
        )}
      </View>
      <ReasonSheet
        open={open}
        title="查看上报人身份"
        hint="上报人会看到这段话。"
        reading={reading}
        onReason={look}
        onClose={() => setOpen(false)}
      />
    </Card>
  )
}
