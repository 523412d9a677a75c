import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import './icon.scss'

/** Names of the line-drawn set in theme/icons.scss. */
export const iconNames = [
  ...[
    'home',
    'quiz',
    'camera',
    'person',
    'people',
    'volunteer',
    'chevron-right',
    'chevron-left',
    'chevron-down',
    'close',
  ],
  ...[
    'check',
    'plus',
    'minus',
    'phone',
    'scan',
    'bell',
    'document',
    'shield',
    'clock',
    'warning',
    'info',
    'lock',
    'eye',
  ],
  ...[
    'eye-off',
    'search',
    'filter',
    'building',
    'place',
    'photo',
    'trash',
    'edit',
    'refresh',
    'offline',
    'gift',
    'star',
  ],
  ...[
    'text-size',
    'logout',
    'download',
    'upload',
    'share',
    'calendar',
    'list',
    'chart',
    'inbox',
    'desk',
    'send',
    'book',
  ],
  ...['swap', 'settings'],
] as const
export type IconName = (typeof iconNames)[number]

type Props = {
  name: IconName
  /** 18, 22 (default) or 28 px. */
  size?: 's' | 'm' | 'l'
  /** Only where the icon stands alone; beside a word it is decoration. */
  label?: string
}

/** One icon in the colour of the text around it: `<Icon name='phone' />`. */
export const Icon = ({ name, size = 'm', label }: Props) => (
  <View
    className={classNames('icon', `icon-${name}`, size !== 'm' && `icon-size-${size}`)}
    {...(label ? aria({ role: 'img', label }) : aria({ hidden: true }))}
  />
)

type TileProps = { name: IconName; tone?: 'red' | 'amber' | 'green' | 'blue' | 'grey' }

/** An icon on its soft coloured square, as task cards show it. */
export const IconTile = ({ name, tone = 'red' }: TileProps) => (
  <View className={`icon-tile icon-tile-${tone}`}>
    <Icon name={name} />
  </View>
)
