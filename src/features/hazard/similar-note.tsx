import { useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { ReportValues } from './report-values'
import { useBeingWritten, useSimilarWhileWriting } from './similar'

type Props = { form: UseFormReturn<ReportValues>; boothId: string | undefined }

/** Offers to look at what others reported already, once there is something. */
export const SimilarNote = ({ form, boothId }: Props) => {
  const [words, place, unit] = useWatch({ control: form.control, name: ['words', 'place', 'unit'] })
  const { asked, count } = useSimilarWhileWriting({ words, place, unit, boothId })
  if (count === 0) return null
  const look = () => {
    useBeingWritten.setState({ asked, values: form.getValues() })
    openPage(routes.hazardSimilar)
  }
  return (
    <Card tone="amber" tight onPress={look}>
      <View className="row">
        <Icon name="people" />
        <View className="grow">有 {count} 条很像的正在办理，看看是不是同一处</View>
        <Icon name="chevron-right" size="s" />
      </View>
    </Card>
  )
}
