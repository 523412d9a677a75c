import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import type { EnterpriseInput } from './register-api'
import { Card } from '@/components/card'
import { CheckboxField } from '@/components/checkbox-field'

type Marked = FieldValues & Pick<EnterpriseInput, 'hasUnion' | 'flags'>

const marks = {
  hasUnion: '已建立工会',
  'flags.highRisk': '高危行业',
  'flags.nonPublic': '非公企业',
  'flags.small': '中小微企业',
} as const

/** What an enterprise is sorted by: `<EnterpriseMarks control={form.control} />`. */
export const EnterpriseMarks = <T extends Marked>({ control }: { control: Control<T> }) => (
  <Card>
    {Object.entries(marks).map(([name, words]) => (
      <CheckboxField key={name} control={control} name={name as FieldPath<T>}>
        {words}
      </CheckboxField>
    ))}
  </Card>
)
