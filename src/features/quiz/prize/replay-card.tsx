import { View } from '@tarojs/components'
import type { Replay } from 'types/draw-file'
import type { DrawView } from 'types/quiz-prize'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { aria } from '@/lib/aria'
import { copyText } from '@/lib/copy-text'
import { showNumber } from '@/lib/show-number'
import { useReplay } from './api'
import './prize.scss'

const reasons: Record<Extract<Replay, { ok: false }>['reason'], string> = {
  format: '结果文件读不出来，可能已损坏',
  commitment: '结果文件里的承诺，与开奖前公布的不同',
  seed: '公开的种子，与开奖前公布的指纹不符',
  list: '名单与开奖前公布的指纹不符',
  winners: '按公布的办法重算，中奖名单不同',
}

const Verdict = ({ replay }: { replay: Replay }) => (
  <View {...aria({ role: 'status' })}>
    {replay.ok ? (
      <Card tone="green">
        <View className="strong">一致</View>
        <View>{`名单 ${showNumber(replay.entries)} 行，中奖 ${replay.winners} 名，与您手机上重算的完全相同。`}</View>
      </Card>
    ) : (
      <Card tone="red">
        <View className="strong">{`不一致：${reasons[replay.reason]}`}</View>
        <View className="draw-hash">{`应为 ${replay.expected}`}</View>
        <View className="draw-hash">{`实为 ${replay.found}`}</View>
      </Card>
    )}
  </View>
)

/** Draws again on this phone, from the published file. */
export const ReplayCard = ({ draw }: { draw: DrawView }) => {
  const replay = useReplay()
  const { resultUrl, listUrl } = draw
  return (
    <Card>
      <View className="stack">
        <View className="text-m">
          结果由名单、种子和公开数算出，谁都改不了。点一下，您的手机会下载结果文件，自己重算一遍。
        </View>
        {resultUrl && (
          <Button icon="refresh" loading={replay.isPending} onPress={() => replay.mutate(draw)}>
            在手机上重算
          </Button>
        )}
        {replay.data && <Verdict replay={replay.data} />}
        {replay.isError && (
          <Card tone="red">
            <View {...aria({ role: 'alert' })}>结果文件没有下载成功，请检查网络后再试。</View>
          </Card>
        )}
        <View className="row-wrap">
          {listUrl && (
            <Button kind="quiet" small icon="document" onPress={() => void copyText(listUrl, '名单地址')}>
              复制名单地址
            </Button>
          )}
          {resultUrl && (
            <Button kind="quiet" small icon="document" onPress={() => void copyText(resultUrl, '结果地址')}>
              复制结果地址
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}
