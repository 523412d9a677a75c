import { useEffect, useState } from 'react'
import { Canvas, View, type ITouchEvent } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { Picture } from '@/components/picture'
import { useCovered } from '@/features/hazard/redaction'
import { useNeededParam } from '@/hooks/use-needed-param'
import { aria } from '@/lib/aria'
import { burnBoxes, burnCanvasId } from '@/lib/burn-boxes'
import { goBack } from '@/lib/go'
import { keepFile, openKeptFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { boxBetween, type Box } from '@/lib/redact-shapes'
import { showToast } from '@/lib/toast-store'
import { stageId, useBoxes } from './use-boxes'
import './redact.scss'

const share = (part: number) => `${(part * 100).toFixed(3)}%`
const styleOf = ({ x, y, width, height }: Box) => ({
  ...{ left: share(x), top: share(y), width: share(width), height: share(height) },
})

type StageProps = { url: string; boxes: ReturnType<typeof useBoxes> }

const Stage = ({ url, boxes: { boxes, drag, start, move, end, tap } }: StageProps) => (
  <View
    id={stageId}
    className="redact-stage"
    catchMove
    onTouchStart={(event) => start(event as ITouchEvent)}
    onTouchMove={(event) => move(event as ITouchEvent)}
    onTouchEnd={end}
    onClick={(event) => tap(event)}
    {...aria({ role: 'img', label: '照片，手指划过的地方会被涂黑' })}
  >
    <Picture className="redact-picture" src={url} mode="widthFix" label="要遮挡的照片" />
    {[...boxes, ...(drag ? [boxBetween(drag.from, drag.to)] : [])].map((box, index) => (
      <View key={index} className="redact-box" style={styleOf(box)} />
    ))}
  </View>
)

/** The picture as it is drawn, the right way up whatever its Exif says; null once it is gone. */
const usePicture = (kept: string) => {
  const [url, setUrl] = useState<string | null | undefined>()
  useEffect(() => {
    void openKeptFile(kept)
      .then((path) => path && burnBoxes(path, []).catch(() => path))
      .then((path) => setUrl(path))
  }, [kept])
  return url
}

/** Covers faces, plates and screens of a photo before it leaves the phone: painted into it, nothing lies underneath. */
const RedactPage = () => {
  const kept = useNeededParam('kept')
  const url = usePicture(kept)
  const boxes = useBoxes()
  const [saving, setSaving] = useState(false)
  const save = async () => {
    if (saving || !url) return
    setSaving(true)
    try {
      const to = await keepFile(await burnBoxes(url, boxes.boxes), await newId())
      useCovered.setState({ done: { from: kept, to } })
      goBack()
    } catch {
      setSaving(false)
      showToast('没有处理成功，请再试一次', 'bad')
    }
  }
  return (
    <Page
      title="遮挡照片"
      footer={
        <>
          <Button disabled={boxes.boxes.length === 0} loading={saving} onPress={() => void save()}>
            涂黑并保存
          </Button>
          <Button kind="quiet" disabled={boxes.boxes.length === 0} onPress={boxes.undo}>
            撤销一块
          </Button>
        </>
      }
    >
      <View className="text-m">点一下或划过人脸、车牌、屏幕，就会涂黑。保存后原图不再保留，也不会发出。</View>
      {url && <Stage url={url} boxes={boxes} />}
      {url === null && <Empty icon="photo" title="照片找不到了" detail="请返回后重新拍摄。" />}
      {burnCanvasId && <Canvas type="2d" id={burnCanvasId} className="redact-canvas" />}
    </Page>
  )
}

export default RedactPage
