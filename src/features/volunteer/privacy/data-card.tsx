import { useState } from 'react'
import { View } from '@tarojs/components'
import { educationLabels, healthLabels, politicalLabels, sexLabels, specialtyLabels } from 'types/volunteer-form'
import type { MyData } from 'types/volunteer-privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Fact } from '@/components/fact'
import { showDate } from '@/lib/clock'
import { useReadMyIdCard } from './privacy-api'

/** The own number: masked until the person said yes, and gone again when he says so. */
const OwnNumber = ({ data }: { data: MyData }) => {
  const [asking, setAsking] = useState(false)
  const reading = useReadMyIdCard()
  const confirm = () => reading.mutate({ id: data.id, confirm: true }, { onSettled: () => setAsking(false) })
  const number = reading.data?.idCard
  return (
    <View>
      <Fact name="身份证号" value={number ?? data.idCard} />
      <View className="row-wrap">
        <Button
          small
          kind="quiet"
          icon={number ? 'eye-off' : 'eye'}
          onPress={() => (number ? reading.reset() : setAsking(true))}
        >
          {number ? '遮住' : '看完整号码'}
        </Button>
      </View>
      <ConfirmDialog
        open={asking}
        title="显示完整身份证号？"
        confirmWord="显示"
        loading={reading.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        请留意身边有没有人。这次查看会记入您的办理经过。
      </ConfirmDialog>
    </View>
  )
}

/** What is kept of me, as it stands in the application. */
export const DataCard = ({ data }: { data: MyData }) => (
  <Card>
    <View className="stack-s">
      <View className="title">{data.name}</View>
      <OwnNumber data={data} />
      <Fact name="手机" value={data.phone} />
      <Fact name="性别与出生日期" value={`${sexLabels[data.sex]} · ${data.birthDate}`} />
      <Fact name="民族与籍贯" value={`${data.ethnicity} · ${data.nativePlace}`} />
      <Fact name="政治面貌" value={politicalLabels[data.political]} />
      <Fact name="学历" value={educationLabels[data.education]} />
      <Fact name="健康状况" value={healthLabels[data.health]} />
      <Fact name="微信" value={data.wechat} />
      <Fact name="工作单位" value={data.unit} />
      <Fact name="部门及职务" value={data.post} />
      <Fact name="专业类别" value={data.specialties.map((one) => specialtyLabels[one]).join('、')} />
      <Fact name="相关经历" value={data.experience} />
      <Fact name="图片" value={data.pictures > 0 ? `${data.pictures} 张，含照片、签名和证书` : null} />
      <Fact name="受理工会" value={data.nodeName} />
      <Fact name="监管部门" value={data.regulatorName} />
      <Fact name="队伍" value={data.teamName} />
      {data.eraseAt && <View className="ink-red">这些资料将在{showDate(data.eraseAt)}后删除。</View>}
    </View>
  </Card>
)
