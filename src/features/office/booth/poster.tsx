import { View } from '@tarojs/components'
import { posterFree, posterWhere, posterWords } from 'types/poster-words'
import { Picture } from '@/components/picture'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import type { PosterData } from './booth-api'
import './poster.scss'

export type Ink = 'colour' | 'saving'
type Props = { poster: PosterData; ink: Ink }

const Code = ({ poster: { url, name } }: Pick<Props, 'poster'>) =>
  url ? (
    <Picture className="poster-code" mode="aspectFit" src={url} label={`${name}的小程序码`} />
  ) : (
    <View className="poster-code poster-code-blank" {...aria({ role: 'status', label: '正在生成小程序码' })} />
  )

/** One sheet as it hangs at the booth: why to scan, the code as large as the sheet allows, three steps, where it hangs. */
export const Poster = ({ poster, ink }: Props) => {
  const { slogan, promise, steps } = posterWords[poster.task]
  return (
    <View className={classNames('poster', ink === 'saving' && 'poster-saving')}>
      <View className="poster-band">
        <View className="poster-union">{poster.union}</View>
        <View className="poster-slogan">
          {slogan.split('\n').map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
        <View className="poster-promise">{promise}</View>
      </View>
      <View className="poster-scan">
        <Code poster={poster} />
        <View className="poster-free">{posterFree}</View>
      </View>
      <View className="poster-steps">
        {steps.map((step, index) => (
          <View key={step} className="poster-step">
            <View className="poster-step-no">{index + 1}</View>
            <View>{step}</View>
          </View>
        ))}
      </View>
      <View className="poster-foot">
        <View className="poster-name">{poster.name}</View>
        <View>{posterWhere(poster.name, poster.place, poster.enterprise)}</View>
      </View>
    </View>
  )
}
