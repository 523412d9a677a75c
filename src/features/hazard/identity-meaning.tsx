import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { currentConsent } from 'types/consents'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'

const consent = currentConsent('hazard')

/** What 实名, 保密 and 匿名 mean and what is kept of a report, in full: to be read before anything is sent. */
export const IdentityMeaning = () => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <View className="row-wrap">
        <View className="text-m">提交即表示您已了解怎样处理您的信息。</View>
        <Button kind="quiet" small icon="shield" onPress={() => setOpen(true)}>
          实名、保密、匿名有什么不同
        </Button>
      </View>
      <Sheet open={open} title={consent.title} onClose={close}>
        <View className="pre-line">{consent.text}</View>
      </Sheet>
    </>
  )
}
