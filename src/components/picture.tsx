import { Image } from '@tarojs/components'
import { aria, innerPicture } from '@/lib/aria'

type Props = {
  src: string
  className: string
  mode?: 'aspectFill' | 'aspectFit' | 'widthFix'
  /** What it shows. Left out where the words beside it say as much: then a screen reader passes over it. */
  label?: string
}

/** The one way a picture is shown. */
export const Picture = ({ src, className, mode = 'aspectFill', label }: Props) => (
  <Image className={className} mode={mode} src={src} {...innerPicture} {...(label && aria({ role: 'img', label }))} />
)
