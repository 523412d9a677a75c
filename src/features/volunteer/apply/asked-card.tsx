import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import type { Application } from '../api'
import { askedFields } from './asked'
import { applySteps, type ApplyField } from './values'

const names: Partial<Record<ApplyField, string>> = {
  ...{ photo: '照片', certificates: '证书照片', experience: '相关经历', idCard: '身份证号', name: '姓名' },
  ...{ phone: '联系电话', wechat: '微信', ethnicity: '民族', nativePlace: '籍贯', political: '政治面貌' },
  ...{ education: '学历', health: '健康状况', unit: '工作单位', post: '部门及职务', specialties: '专业类别' },
  strokes: '签名',
}

const stepOf = (field: ApplyField) => applySteps.findIndex(({ fields }) => fields.includes(field))

/** The words with which the form came back: of whoever spoke last. */
export const lastWords = ({ unionOpinion, regulatorOpinion }: Application): string => {
  const asking = [unionOpinion, regulatorOpinion].filter((one) => one !== null && !one.approved)
  return asking.sort((left, right) => ((left?.at ?? '') < (right?.at ?? '') ? 1 : -1))[0]?.words ?? ''
}

type Props = { before: Application; step: number; onGo: (step: number) => void }

/** What the reviewer asked for, in his words, and the way to each field he spoke of. */
export const AskedCard = ({ before, step, onGo }: Props) => {
  const words = lastWords(before)
  if (!words) return null
  const asked = askedFields(words)
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">请按审核意见补充</View>
        <View className="pre-line">{words}</View>
        {asked.length > 0 && (
          <View className="row-wrap">
            {asked.map((field) => (
              <Chip key={field} on={stepOf(field) === step} onPress={() => onGo(stepOf(field))}>
                {names[field] ?? ''}
              </Chip>
            ))}
          </View>
        )}
      </View>
    </Card>
  )
}
