import { View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { aria } from '@/lib/aria'
import './poster.scss'

type Props = {
  union: string
  name: string
  place: string
  /** Address of the code's picture; none while it is drawn. */ url: string | undefined
}

/** What hangs at the booth: the code large, and why to scan it. */
export const Poster = ({ union, name, place, url }: Props) => (
  <View className="poster">
    <View className="poster-union">{union}</View>
    <View className="poster-head">身边有隐患，随手拍一拍</View>
    {url ? (
      <Picture className="poster-code" mode="aspectFit" src={url} label={`${name}的小程序码`} />
    ) : (
      <View className="poster-code poster-code-blank" {...aria({ role: 'status', label: '正在生成小程序码' })} />
    )}
    <View className="poster-how">微信扫一扫，不用注册</View>
    <View className="text-m">学安全知识 · 拍身边隐患 · 当安全志愿者</View>
    <View className="poster-foot">
      <View className="strong">{name}</View>
      <View className="text-m">{place}</View>
    </View>
  </View>
)
