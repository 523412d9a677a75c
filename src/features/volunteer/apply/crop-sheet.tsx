import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { Canvas, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Picture } from '@/components/picture'
import { Sheet } from '@/components/sheet'
import { aria } from '@/lib/aria'
import { burnBoxes, burnCanvasId } from '@/lib/burn-boxes'
import { showToast } from '@/lib/toast-store'
import { cropBox, croppedSize, dragged, pictureStyle, settle, wholeCrop, type Crop } from './crop'
import { cropPicture } from './crop-picture'
import { useBoard } from './use-board'
import './papers.scss'

type Upright = { path: string; width: number; height: number }

/** The picture the right way up, with its size; null where it cannot be read. */
const useUpright = (path: string) => {
  const [upright, setUpright] = useState<Upright | null>()
  useEffect(() => {
    void burnBoxes(path, [])
      .then(async (turned) => {
        const { width, height } = await Taro.getImageInfo({ src: turned })
        setUpright({ path: turned, width, height })
      })
      .catch(() => setUpright(null))
  }, [path])
  return upright
}

const step = 0.08
const moves = [
  { word: '放大', by: { zoom: 1.25, x: 0, y: 0 } },
  { word: '缩小', by: { zoom: 0.8, x: 0, y: 0 } },
  { word: '左移', by: { zoom: 1, x: -step, y: 0 } },
  { word: '右移', by: { zoom: 1, x: step, y: 0 } },
  { word: '上移', by: { zoom: 1, x: 0, y: -step } },
  { word: '下移', by: { zoom: 1, x: 0, y: step } },
] as const

const boardId = 'crop-board'

type BoardProps = { upright: Upright; crop: Crop; onCrop: (change: (crop: Crop) => Crop) => void }

const Board = ({ upright, crop, onCrop }: BoardProps) => {
  const board = useBoard(boardId, {
    start: () => undefined,
    move: (to, from) => onCrop((now) => dragged(upright, now, to.x - from.x, to.y - from.y)),
  })
  return (
    <View
      id={boardId}
      className="crop-board"
      catchMove
      {...board}
      {...aria({ role: 'img', label: '照片，手指拖动可以移动' })}
    >
      <View className="crop-picture" style={pictureStyle(upright, crop)}>
        <Picture className="crop-whole" src={upright.path} label="要裁剪的照片" />
      </View>
      <View className="crop-guide" />
    </View>
  )
}

type Props = { path: string; onDone: (path: string) => void; onClose: () => void }

/** Cuts a picture to the shape of the form's photograph: dragged with a finger, or moved by buttons. */
export const CropSheet = ({ path, onDone, onClose }: Props) => {
  const upright = useUpright(path)
  const [crop, setCrop] = useState(wholeCrop)
  const [saving, setSaving] = useState(false)
  const save = async () => {
    if (!upright) return
    setSaving(true)
    const cut = await cropPicture(upright.path, cropBox(upright, crop), croppedSize).catch(() => null)
    setSaving(false)
    if (cut) onDone(cut)
    else showToast('没有裁剪成功，请再试一次', 'bad')
  }
  return (
    <Sheet
      open
      title="裁成一寸照"
      onClose={onClose}
      footer={
        <Button disabled={!upright} loading={saving} onPress={() => void save()}>
          用这张
        </Button>
      }
    >
      <View className="stack">
        {upright && <Board upright={upright} crop={crop} onCrop={setCrop} />}
        {upright === null && <Empty icon="photo" title="照片打不开" detail="请关闭后换一张。" />}
        {upright && (
          <View className="row-wrap crop-moves">
            {moves.map(({ word, by }) => (
              <Button
                key={word}
                small
                kind="ghost"
                onPress={() =>
                  setCrop(settle(upright, { zoom: crop.zoom * by.zoom, x: crop.x + by.x, y: crop.y + by.y }))
                }
              >
                {word}
              </Button>
            ))}
          </View>
        )}
        {burnCanvasId && <Canvas type="2d" id={burnCanvasId} className="crop-canvas" />}
      </View>
    </Sheet>
  )
}
