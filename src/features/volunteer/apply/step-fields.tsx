import type { Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { educationLabels, healthLabels, politicalLabels, specialtyLabels } from 'types/volunteer-form'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { CertificatesField } from './certificates-field'
import { ConsentField } from './consent-field'
import { PhotoField } from './photo-field'
import { ReviewerField } from './reviewer-field'
import { SignatureField } from './signature-field'
import { ConditionsStep } from './step-conditions'
import { UnitField } from './unit-field'
import type { Before } from './use-paper-urls'
import type { ApplyValues } from './values'

type Props = { control: Control<ApplyValues>; before: Before }

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Never kept on the phone; asked again wherever it is missing. */
export const IdCardField = ({ control, again }: { control: Control<ApplyValues>; again: boolean }) => (
  <TextField
    control={control}
    name="idCard"
    label="身份证号"
    kind="idcard"
    hint={
      again
        ? '不用改就不填，原来的号码还在。'
        : '加密保存，只显示前后几位；性别和出生日期由它得出，不再另问。手机里不留，关掉后要重新填。'
    }
  />
)

const Person = ({ control, before }: Props) => (
  <>
    <TextField control={control} name="name" label="姓名" max={20} kind="nickname" />
    <IdCardField control={control} again={before !== null} />
    <TextField
      control={control}
      name="phone"
      label="联系电话"
      kind="phone"
      hint={before ? '不用改就不填，原来的号码还在。' : undefined}
    />
    <TextField control={control} name="wechat" label="微信" max={30} optional />
    <PhotoField control={control} before={before} />
  </>
)

const Background = ({ control }: Props) => (
  <>
    <TextField control={control} name="ethnicity" label="民族" max={10} />
    <TextField control={control} name="nativePlace" label="籍贯" max={30} />
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
    <UnitField />
    <TextField control={control} name="post" label="部门及职务" max={40} />
    <ReviewerField />
  </>
)

const Profession = ({ control, before }: Props) => (
  <>
    <ChoiceField
      control={control}
      name="specialties"
      label="专业类别（可多选）"
      many
      options={optionsOf(specialtyLabels)}
    />
    <TextField control={control} name="otherSpecialty" label="其他专业" max={30} optional />
    <TextareaField
      control={control}
      name="experience"
      label="安全生产或职业卫生相关学历、经历、证书等"
      max={800}
      optional
    />
    <CertificatesField control={control} before={before} />
  </>
)

const Promises = ({ control }: Props) => (
  <>
    <Card>
      <View>
        我自愿申请成为安全生产社会监督职工志愿者，已阅读安全生产社会监督职工志愿者招募条件。我承诺履行志愿服务工作内容，所填写申请信息真实有效。
      </View>
    </Card>
    <SignatureField control={control} />
    <ConsentField control={control} />
  </>
)

export const stepFields = [ConditionsStep, Person, Background, Work, Profession, Promises] as const
