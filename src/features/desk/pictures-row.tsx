import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Picture } from 'types/fields'
import { Picture as Shown } from '@/components/picture'
import { Pressable } from '@/components/pressable'
import './pictures-row.scss'

const checkWords = { pending: '照片核验中', review: '照片待人工核验', risky: '照片未通过核验', pass: '' } as const

/** Small pictures that open large. */
export const PicturesRow = ({ pictures, label }: { pictures: readonly Picture[]; label: string }) => {
  const urls = pictures.map((picture) => picture.url).filter((url) => url !== '')
  if (pictures.length === 0) return null
  return (
    <View className="row-wrap">
      {pictures.map((picture, index) =>
        picture.url ? (
          <Pressable
            key={picture.fileId}
            className="pictures-row-one"
            label={`${label} ${index + 1}，点开看大图`}
            onPress={() => void Taro.previewImage({ urls, current: picture.url })}
          >
            <Shown className="pictures-row-image" src={picture.url} />
          </Pressable>
        ) : (
          <View key={picture.fileId} className="pictures-row-one pictures-row-none note">
            {checkWords[picture.check] || '照片正在清理位置信息'}
          </View>
        ),
      )}
    </View>
  )
}
