import { View } from '@tarojs/components'
import { currentConsent } from 'types/consents'
import { Card } from '@/components/card'
import { Page } from '@/components/page'

const consent = currentConsent('hazard')

/** What 实名, 保密 and 匿名 mean and what is kept of a report, in full. */
const IdentityPage = () => (
  <Page title="怎样保护您的身份">
    <Card>
      <View className="stack-s">
        <View className="title">{consent.title}</View>
        <View className="pre-line">{consent.text}</View>
      </View>
    </Card>
  </Page>
)

export default IdentityPage
