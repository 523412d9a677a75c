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

type Props = { value: ReporterIdentity; onChange: (value: ReporterIdentity) => void; children?: ReactNode }

/** Who may know the reporter: `<IdentityPicker value={identity} onChange={set} />`. */
export const IdentityPicker = ({ value, onChange, children }: Props) => (
  <View className="stack-s">
    <View className="text-m">我的身份</View>
    <Segment label="我的身份" options={options} value={value} onChange={onChange} />
    <View className="text-m">{identityPromises[value]}</View>
    {children}
  </View>
)
