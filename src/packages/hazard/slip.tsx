import { View } from '@tarojs/components'
import { receiptCode } from 'types/ids'
import { slipId, spellSlip } from 'types/hazard-slip'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { useLabels } from '@/hooks/use-labels'
import { copyText } from '@/lib/copy-text'
import { replacePage } from '@/lib/go'
import { printPage } from '@/lib/print-page'
import { routes } from '@/lib/routes'
import './slip.scss'

const stepsOf = (serviceHotline: string) => [
  '想看办到哪一步：在任何一部手机上打开“安康志愿”，进“我的上报”，点“用查询口令找”，输入口令。',
  '想删掉留下的姓名和手机号：查到以后点“删除姓名和手机号”，或者带着编号找工会。',
  `口令别给旁人看。纸条丢了，可以凭编号问工会，电话 ${serviceHotline}。`,
]

const Code = ({ name, code }: { name: string; code: string }) => (
  <View>
    <View className="text-m">{name}</View>
    <View className="slip-code">{code}</View>
  </View>
)

/** What the leader writes on a slip of paper or prints: the only way back for who has no WeChat. */
export const Slip = ({ word }: { word: string }) => (
  <Page
    title="给工友的纸条"
    footer={
      <>
        <Button onPress={() => replacePage(routes.hazardMine)}>抄好了</Button>
        <Button kind="quiet" onPress={printPage ?? (() => void copyText(spellSlip(word), '查询口令'))}>
          {printPage ? '打印这张纸条' : '复制查询口令'}
        </Button>
      </>
    }
  >
    <View className="slip-around">
      <Card tone="green">
        <View className="stack-s">
          <View className="strong">已记下，正在送给工会</View>
          <View>请把下面的编号和口令抄给他，这是他查进度的唯一办法。</View>
        </View>
      </Card>
    </View>
    <Card>
      <View className="stack">
        <View className="title">隐患上报纸条</View>
        <Code name="上报编号" code={receiptCode(slipId(word))} />
        <Code name="查询口令" code={spellSlip(word)} />
        {stepsOf(useLabels().serviceHotline).map((step, index) => (
          <View key={step} className="row slip-step">
            <View className="strong">{index + 1}</View>
            <View className="grow">{step}</View>
          </View>
        ))}
      </View>
    </Card>
  </Page>
)
