import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dropKeptFile, keepFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { takePhotos } from '@/lib/take-photos'
import { useKeptUrls } from '@/hooks/use-kept-urls'
import { classNames } from '@/lib/class-names'
import { Icon } from './icon'
import { Picture } from './picture'
import { Pressable } from './pressable'
import { Tag } from './tag'
import './photo-grid.scss'

type Props = {
  /** Names of kept files; they survive a kill, so a draft may hold them. */
  value: readonly string[]
  onChange: (kept: string[]) => void
  max?: number
  label?: string
  /** Opens where parts of a photo are covered. */
  onCover?: (kept: string) => void
  /** Asked before the camera opens; false leaves it closed. */
  ready?: () => Promise<boolean>
}

const takeAndKeep = async (room: number): Promise<string[]> => {
  const paths = await takePhotos(room)
  return Promise.all(paths.map(async (path) => keepFile(path, await newId())))
}

/** Takes photos, shows them and takes them away again: `<PhotoGrid value={photos} onChange={setPhotos} max={4} />`. */
export const PhotoGrid = ({ value, onChange, max = 4, label = '拍照片', ready, onCover }: Props) => {
  const [busy, setBusy] = useState(false)
  const urls = useKeptUrls(value)
  const add = async () => {
    if (ready && !(await ready())) return
    setBusy(true)
    try {
      const taken = await takeAndKeep(max - value.length)
      if (taken.length > 0) onChange([...value, ...taken])
    } finally {
      setBusy(false)
    }
  }
  const remove = (kept: string) => {
    onChange(value.filter((one) => one !== kept))
    void dropKeptFile(kept)
  }
  return (
    <View className="photo-grid">
      {value.map((kept, index) => (
        <View key={kept} className="photo-grid-cell">
          {urls[kept] && <Picture className="photo-grid-picture" src={urls[kept]} label={`照片 ${index + 1}`} />}
          <View className="photo-grid-tag">
            <Tag tone="green">已去除位置信息</Tag>
          </View>
          {onCover && (
            <Pressable className="photo-grid-cover" label={`遮挡照片 ${index + 1}`} onPress={() => onCover(kept)}>
              <View className="photo-grid-word">遮挡</View>
            </Pressable>
          )}
          <Pressable className="photo-grid-remove" label={`去掉照片 ${index + 1}`} onPress={() => remove(kept)}>
            <View className="photo-grid-cross">
              <Icon name="close" size="s" />
            </View>
          </Pressable>
        </View>
      ))}
      {value.length < max && (
        <Pressable
          className="photo-grid-add"
          label={value.length === 0 ? label : '再拍一张'}
          disabled={busy}
          onPress={() => void add()}
        >
          <Icon name="camera" size="l" />
          <View>{busy ? '正在处理…' : value.length === 0 ? label : '再拍一张'}</View>
        </Pressable>
      )}
    </View>
  )
}

type RowProps = {
  pictures: readonly { url: string; check: 'pending' | 'pass' | 'review' | 'risky' }[]
  label: string
  /** Shown whole, in the shape of a form's photograph or of a signature. */ shape?: 'portrait' | 'signature'
}

/** Pictures from the cloud, opened large by a tap. One that failed the content check, or is still being cleaned, is not shown. */
export const PictureRow = ({ pictures, label, shape }: RowProps) => {
  const fit = pictures.filter((picture) => picture.check !== 'risky')
  const shown = fit.filter((picture) => picture.url !== '').map((picture) => picture.url)
  return (
    <View className="photo-grid">
      {shown.map((url, index) => (
        <Pressable
          key={url}
          className={classNames('photo-grid-cell', shape && `photo-grid-${shape}`)}
          label={`${label} ${index + 1}，点开看大图`}
          onPress={() => void Taro.previewImage({ current: url, urls: shown })}
        >
          <Picture className="photo-grid-picture" src={url} mode={shape ? 'aspectFit' : 'aspectFill'} />
        </Pressable>
      ))}
      {shown.length < fit.length && <View className="note">有照片正在去除位置信息，稍后可看。</View>}
      {fit.length < pictures.length && <View className="note">有照片未通过内容检查，不展示。</View>}
    </View>
  )
}
