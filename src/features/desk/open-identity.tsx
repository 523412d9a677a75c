import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { useHazardCommand } from './api'
import { ReasonSheet } from '@/components/reason-sheet'

type Props = {
  /** The hazard. */
  id: string
  /** Which of those who reported it. */
  of: string
  /** The name, where he gave it to everybody who handles the hazard. */
  name: string | null
  mayOpen: boolean
}

/** Who somebody is who reported: his name where he gave it; else, and for his phone number, a reason that stays on record. */
export const OpenIdentity = ({ id, of, name, mayOpen }: Props) => {
  const [open, setOpen] = useState(false)
  const reading = useHazardCommand('openIdentity')
  const look = (reason: string) => reading.mutate({ id, of, reason }, { onSuccess: () => setOpen(false) })
  const known = [reading.data?.name ?? name, reading.data?.phone].filter(Boolean).join(' · ')
  return (
    <>
      {known && <View className="strong">{known}</View>}
      {reading.data && !reading.data.phone && <View className="note">没有留手机号。</View>}
      {mayOpen && !reading.data && (
        <View className="row-wrap">
          <Button small kind="quiet" icon="eye" onPress={() => setOpen(true)}>
            {name ? '查看手机号' : '查看身份'}
          </Button>
        </View>
      )}
      <ReasonSheet
        open={open}
        title={name ? '查看上报人手机号' : '查看上报人身份'}
        hint="上报人会看到这段话。"
        reading={reading}
        onReason={look}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
