import type { Control } from 'react-hook-form'
import { educationLabels, healthLabels, politicalLabels, specialtyLabels } from 'types/volunteer-form'
import { CheckboxField } from '@/components/checkbox-field'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import type { ApplyValues } from './apply-values'
import { ConsentField } from './consent-field'
import { ReviewerField } from './reviewer-field'

type Props = { control: Control<ApplyValues> }

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

const Basics = ({ control }: Props) => (
  <>
    <TextField control={control} name="name" label="姓名" max={20} kind="nickname" />
    <TextField
      control={control}
      name="idCard"
      label="身份证号"
      kind="idcard"
      hint="加密保存，只显示前后几位；性别和出生日期由它得出，不再另问。"
    />
    <TextField control={control} name="phone" label="手机号" kind="phone" />
    <TextField control={control} name="ethnicity" label="民族" max={10} />
    <TextField control={control} name="nativePlace" label="籍贯" max={30} />
    <TextField control={control} name="wechat" label="微信号" max={30} optional />
  </>
)

const Background = ({ control }: Props) => (
  <>
    <ChoiceField control={control} name="political" label="政治面貌" options={optionsOf(politicalLabels)} />
    <ChoiceField control={control} name="education" label="学历" options={optionsOf(educationLabels)} />
    <ChoiceField
      control={control}
      name="health"
      label="健康状况"
      options={optionsOf(healthLabels)}
      hint="只有审核人员能看到，用来判断适不适合进生产现场。"
    />
  </>
)

const Work = ({ control }: Props) => (
  <>
    <TextField control={control} name="unit" label="工作单位" max={60} />
    <TextField control={control} name="post" label="部门及职务" max={40} />
    <ChoiceField
      control={control}
      name="specialties"
      label="专业类别（可多选）"
      many
      options={optionsOf(specialtyLabels)}
    />
    <TextField control={control} name="otherSpecialty" label="其他专业" max={30} optional />
    <TextareaField control={control} name="experience" label="安全生产相关学历、经历、证书" max={800} optional />
    <ReviewerField control={control} />
  </>
)

const Promises = ({ control }: Props) => (
  <>
    <CheckboxField control={control} name="unionMember">
      我是本区登记的工会会员
    </CheckboxField>
    <CheckboxField control={control} name="generalVolunteer">
      我已经是职工志愿者（优先）
    </CheckboxField>
    <CheckboxField control={control} name="frontLine">
      我有一线工作经历（优先）
    </CheckboxField>
    <CheckboxField control={control} name="pledge">
      我自愿申请，承诺每年至少参加两次专题志愿活动，所填信息真实有效
    </CheckboxField>
    <TextField control={control} name="signature" label="签名（写本人姓名）" max={20} />
    <ConsentField control={control} />
  </>
)

export const stepFields = [Basics, Background, Work, Promises] as const
