import type { Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { EnterpriseMarks } from './enterprise-marks'
import type { Enterprise, EnterpriseInput } from './register-api'

type Counted = 'workers' | 'teams' | 'dispatched' | 'newForms'
/** The form keeps a number that was wiped away as nothing. */
export type EnterpriseValues = Omit<EnterpriseInput, Counted> & Record<Counted, number | undefined>

export const valuesOf = (row: Enterprise): EnterpriseValues => ({
  ...{ name: row.name, industry: row.industry, flags: row.flags, hasUnion: row.hasUnion },
  ...{ workers: row.workers, teams: row.teams, code: row.code, address: row.address },
  ...{ contactPost: row.contactPost, contactPhone: row.contactPhone },
  ...{ dispatched: row.dispatched, newForms: row.newForms },
})

/** A number that must be there. */
const needed = (name: string) => ({ validate: (value: unknown) => typeof value === 'number' || `请填写${name}` })

/** Every field of an enterprise: `<EnterpriseFields control={form.control} />`. */
export const EnterpriseFields = ({ control }: { control: Control<EnterpriseValues> }) => (
  <>
    <Card>
      <View className="stack">
        <TextField control={control} name="name" label="企业名称" max={60} />
        <TextField
          control={control}
          name="code"
          label="统一社会信用代码"
          optional
          hint="18 位，导入时按它认企业。"
          max={18}
        />
        <TextField control={control} name="industry" label="行业" max={20} />
        <TextField control={control} name="address" label="地址" optional max={100} />
      </View>
    </Card>
    <Card>
      <View className="stack">
        <View className="title">用工</View>
        <TextField
          {...{ control, name: 'workers', kind: 'number', label: '职工人数', max: 7, rules: needed('职工人数') }}
        />
        <TextField
          {...{ control, name: 'teams', kind: 'number', label: '班组数', max: 6, rules: needed('班组数') }}
          hint="没有就填 0。"
        />
        <TextField
          {...{ control, name: 'dispatched', kind: 'number', label: '其中劳务派遣', max: 7, rules: needed('人数') }}
        />
        <TextField
          {...{ control, name: 'newForms', kind: 'number', label: '新就业形态', max: 7, rules: needed('人数') }}
          hint="货车司机、网约车司机、快递员、外卖配送员等。"
        />
      </View>
    </Card>
    <EnterpriseMarks control={control} />
    <Card>
      <View className="stack">
        <TextField
          {...{ control, name: 'contactPost', label: '联系岗位', optional: true, max: 30 }}
          hint="写岗位，不写姓名，例如 安全科。"
        />
        <TextField control={control} name="contactPhone" label="联系电话" optional hint="办公电话。" max={20} />
      </View>
    </Card>
  </>
)
