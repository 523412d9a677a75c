import { View } from '@tarojs/components'
import { openPrivacyGuide } from '@/lib/privacy'
import { privacyPurposes, usePrivacyAsk } from '@/lib/privacy-store'
import { AgreeButton } from './agree-button'
import { Button } from './button'
import { Sheet } from './sheet'

/** Asks before a private API is used the first time; part of every Page. */
export const PrivacyPopup = () => {
  const ask = usePrivacyAsk((state) => state.ask)
  if (!ask) return null
  const { name, why } = privacyPurposes[ask.purpose]
  return (
    <Sheet
      open
      title={`需要用到您的${name}`}
      onClose={() => ask.answer(false)}
      footer={
        <>
          <AgreeButton onAgree={() => ask.answer(true)} />
          <Button kind="quiet" onPress={() => ask.answer(false)}>
            不同意，继续看看
          </Button>
        </>
      }
    >
      <View>{why}</View>
      <View className="text-m">不同意也可以使用其他功能。以后可在“我的 - 隐私”里查看和撤回。</View>
      <Button kind="quiet" small icon="document" onPress={openPrivacyGuide}>
        阅读《隐私保护指引》
      </Button>
    </Sheet>
  )
}
