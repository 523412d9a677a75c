import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { myCodeEntries } from 'types/org-my-code'
import { creditHours } from 'types/visit-source'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { Stat } from '@/components/stat'
import { savePicture } from '@/lib/save-picture'
import './code-card.scss'

type Code = OutputOf<typeof myCodeEntries.myCode>

/** One's own code, large enough to be scanned off the phone, what it is for, and how many came by it. */
export const CodeCard = ({ code: { name, union, url, people } }: { code: Code }) => (
  <>
    <Card>
      <View className="stack">
        <Picture className="code-card-picture" mode="aspectFit" src={url} label={`${name}的推广码`} />
        <View className="center strong">{[name, union].filter(Boolean).join(' · ')}</View>
        <View>请工友用微信扫这个码，就能打开您工会的闯关、随手拍和志愿者报名，不用注册。</View>
        <Button icon="scan" onPress={() => void Taro.previewImage({ urls: [url], current: url })}>
          放大给人扫
        </Button>
        <Button kind="ghost" icon="download" onPress={() => void savePicture(url, `${name}的推广码`)}>
          保存图片
        </Button>
      </View>
    </Card>
    <Card>
      <View className="stack-s">
        <Stat value={people} label="扫您的码来的人" />
        <View className="note">
          {`每人只算一次。他扫码后 ${creditHours} 小时内答题、上报、报名，工会看成效时也记得是您带来的；您看不到他是谁、做了什么。`}
        </View>
      </View>
    </Card>
  </>
)
