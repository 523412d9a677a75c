import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatDate } from 'types/calendar'
import { fillFields, samplePeople } from 'types/check-fields'
import type { LongRule } from 'types/fit-wording'
import { messageTemplates } from 'types/message-templates'
import { personalIn } from 'types/placeholders'
import type { OfficerTemplate, Wording } from 'types/template-keys'
import { Segment } from '@/components/segment'
import { PhoneCard } from './phone-card'

const people = [
  { value: 'example', label: '举例' },
  { value: 'longest', label: '名称很长' },
  { value: 'unitless', label: '没有单位' },
] as const
type Who = (typeof people)[number]['value']

type Props = { template: OfficerTemplate; wording: Wording; union: string; rule?: LongRule }

/** The message to an invented person; to three of them where names and units make a difference. */
export const SampleCard = ({ template, wording, union, rule }: Props) => {
  const [who, setWho] = useState<Who>('example')
  const isPersonal = Object.values(wording).some((text) => personalIn(text).length > 0)
  const known = { ...samplePeople[isPersonal ? who : 'example'], union, day: formatDate(new Date()) }
  const fields = fillFields(template, wording, known, rule)
  const tooLong = isPersonal && who === 'longest' && fields.some(({ value, problem }) => value && problem)
  return (
    <View className="stack-s">
      <View className="text-m">收到的样子</View>
      {isPersonal && <Segment label="看看谁收到的" options={people} value={who} onChange={setWho} />}
      <PhoneCard title={messageTemplates[template].title} fields={fields} />
      {tooLong && <View className="note">这样长的名称放不下。发送前会按真实名单再查，可以选择缩短或不写。</View>}
    </View>
  )
}
