import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { ReporterIdentity, identityLabels } from 'types/hazard'
import { Segment } from '@/components/segment'

const options = ReporterIdentity.options.map((value) => ({ value, label: identityLabels[value] }))

/** What each choice means, said where the doubt arises. */
export const identityPromises: Record<ReporterIdentity, string> = {
  named: '工会看得到您的姓名，方便联系您；企业看不到。',
  hidden: '企业看不到您是谁；谁查看过，您会收到记录。',
  anonymous: '不保存您是谁，工会也无法联系您。提交后给您一个查询口令，凭它看进度。',
}

/** The same, said to who writes it down for somebody without WeChat. */
const spokenPromises: Record<ReporterIdentity, string> = {
  named: '工会看得到他的姓名，方便联系他；企业看不到。',
  hidden: '企业看不到他是谁；工会要看他的姓名得写明原因。',
  anonymous: '不记他是谁，工会也联系不上他。他凭纸条上的口令看进度。',
}

type Props = {
  value: ReporterIdentity
  onChange: (value: ReporterIdentity) => void
  spoken?: boolean
  children?: ReactNode
}

/** Who may know the reporter: `<IdentityPicker value={identity} onChange={set} />`. */
export const IdentityPicker = ({ value, onChange, spoken = false, children }: Props) => (
  <View className="stack-s">
    <View className="text-m">{spoken ? '他的身份' : '我的身份'}</View>
    <Segment label={spoken ? '他的身份' : '我的身份'} options={options} value={value} onChange={onChange} />
    <View className="text-m">{(spoken ? spokenPromises : identityPromises)[value]}</View>
    {children}
  </View>
)
