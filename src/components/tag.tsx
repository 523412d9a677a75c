import { View } from '@tarojs/components'
import './tag.scss'

export type TagTone = 'red' | 'amber' | 'green' | 'blue' | 'grey' | 'white'

type Props = { children: string | string[]; tone?: TagTone }

/** A state in one word on its colour; the word carries the meaning: `<Tag tone='amber'>整改中</Tag>`. */
export const Tag = ({ children, tone = 'blue' }: Props) => <View className={`tag tag-${tone}`}>{children}</View>

const toneOf = { todo: 'blue', doing: 'amber', late: 'red', done: 'green', off: 'grey' } as const

/** The tag of a state machine's state: `<StateTag state={hazardMachine.states[row.state]} />`. */
export const StateTag = ({ state }: { state: { label: string; tone: keyof typeof toneOf } }) => (
  <Tag tone={toneOf[state.tone]}>{state.label}</Tag>
)
