import { useState } from 'react'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { photosEach, wallPhotoPath } from 'types/volunteer-wall'
import { openKeptFile } from '@/lib/kept-file'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { uploadFile } from '@/lib/upload-file'
import { Button } from './button'
import { CheckRow } from './checkbox-field'
import { PhotoGrid } from './photo-grid'
import { Sheet } from './sheet'

type Photo = { _id: string; id: string; fileId: string; consent: true }
type Props = {
  activityId: string
  /** Says what becomes of the pictures. */
  says: string
  /** Hangs one picture; the same again is the same picture. */
  post: (photo: Photo) => Promise<unknown>
  onClose: () => void
}

const sendOne = async (activityId: string, kept: string, post: Props['post']) => {
  const path = await openKeptFile(kept)
  if (!path) throw new AppError('INVALID_INPUT', { message: '照片在手机里找不到了，请重新选择。' })
  const fileId = await uploadFile(path, wallPhotoPath(activityId, `${kept}.jpg`))
  // The name it was kept under is its id: sent again it meets itself.
  await post({ _id: kept, id: activityId, fileId, consent: true })
}

/** Pictures for a wall, with the word that whoever is on them agreed. */
export const WallPostSheet = ({ activityId, says, post, onClose }: Props) => {
  const [photos, setPhotos] = useState<string[]>([])
  const [agreed, setAgreed] = useState(false)
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<string>()
  const send = async () => {
    setSending(true)
    setFault(undefined)
    let left = photos
    try {
      for (const kept of photos) {
        await sendOne(activityId, kept, post)
        left = left.filter((one) => one !== kept)
      }
      showToast('照片已上传', 'good')
      onClose()
    } catch (thrown) {
      setPhotos(left)
      setFault(sentenceOf(thrown))
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet
      open
      title="上传活动照片"
      onClose={onClose}
      footer={
        <>
          {fault && <View className="ink-red">{fault}</View>}
          <Button loading={sending} disabled={!agreed || photos.length === 0} onPress={() => void send()}>
            上传
          </Button>
        </>
      }
    >
      <View className="stack">
        <PhotoGrid value={photos} max={photosEach} label="拍照或选照片" onChange={setPhotos} />
        <CheckRow on={agreed} onChange={setAgreed}>
          照片里的人都同意放上来
        </CheckRow>
        <View className="note">{says}</View>
      </View>
    </Sheet>
  )
}
