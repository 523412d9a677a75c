import { useCallback, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { readStored, writeStored } from '@/lib/storage'

const rules = [
  '起火、冒烟、有爆炸危险或容易坠落的地方，不要拍，先离开。',
  '不进设备运转区、不爬高，站在安全处拍。',
  '不拍图纸、配方、屏幕等涉密内容。',
  '不拍人脸和车牌；拍到了可以点照片上的“遮挡”。',
]

type Answer = (ready: boolean) => void

/** Asked once before the first camera: `ready` waits for the tap, `gate` is the sheet to draw. Remembered on the phone. */
export const useShootingGate = () => {
  const [open, setOpen] = useState(false)
  const waiting = useRef<Answer>()
  const answer = useCallback((agreed: boolean) => {
    if (agreed) writeStored('shooting-rules', new Date().toISOString())
    setOpen(false)
    waiting.current?.(agreed)
    waiting.current = undefined
  }, [])
  const refuse = useCallback(() => answer(false), [answer])
  const ready = (): Promise<boolean> => {
    if (readStored('shooting-rules')) return Promise.resolve(true)
    setOpen(true)
    return new Promise((resolve) => {
      waiting.current = resolve
    })
  }
  const gate = (
    <Sheet
      open={open}
      title="拍照前请看一眼"
      onClose={refuse}
      footer={<Button onPress={() => answer(true)}>我在安全处，去拍照</Button>}
    >
      <View className="stack">
        {rules.map((rule) => (
          <View key={rule} className="row">
            <Icon name="warning" />
            <View className="grow">{rule}</View>
          </View>
        ))}
      </View>
    </Sheet>
  )
  return { ready, gate }
}

/** The rules in one line, for every later photo. */
export const shootingReminder = '站在安全处拍；不拍人脸、车牌和涉密内容。'
