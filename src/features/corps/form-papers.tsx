import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { printEntries } from 'types/volunteer-print'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PictureRow } from '@/components/photo-grid'
import { Tag } from '@/components/tag'
import { TextareaField } from '@/components/textarea-field'
import { openDocument } from '@/lib/open-document'
import type { Application } from './api'
import { useCommand } from './corps-call'

/** The six conditions with what speaks for each. */
export const EligibilityCard = ({ application: { eligibility } }: { application: Application }) => (
  <Card>
    <View className="stack">
      <View className="strong">招募条件逐条看</View>
      {eligibility.map(({ no, text, hard, met, reason }) => (
        <View key={text} className="stack-s">
          <View className="row-between">
            <View className="text-m grow">{`${no}${text}`}</View>
            <Tag tone={met ? 'green' : 'grey'}>{met ? (hard ? '符合' : '优先') : '无'}</Tag>
          </View>
          <View className="note">{reason}</View>
        </View>
      ))}
    </View>
  </Card>
)

/** Photograph, certificates and signature as they were handed in. */
export const PapersCard = ({ application: { papers, signature } }: { application: Application }) => (
  <Card>
    <View className="stack">
      <View className="strong">照片、证书和签名</View>
      {papers?.photo && <PictureRow pictures={[papers.photo]} label="证件照" shape="portrait" />}
      {papers?.certificates.map((one) => (
        <View key={one.fileId} className="stack-s">
          <View className="text-m">{one.name}</View>
          <PictureRow pictures={[one]} label={one.name} />
        </View>
      ))}
      {papers?.signature ? (
        <PictureRow pictures={[papers.signature]} label="签名" shape="signature" />
      ) : (
        <View className="text-m">签名（键入）：{signature}</View>
      )}
      {!papers?.photo && <View className="note">没有照片：打印的表上留空，可以请本人补交。</View>}
    </View>
  </Card>
)

/** The paper form filled in: masked at once, with the whole numbers for a reason that stays on record. */
export const PrintForm = ({ application: { id } }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const form = useForm({ defaultValues: { reason: '' } })
  const print = useCommand(printEntries, 'volunteer', 'printForm', false)
  const order = (reason?: string) =>
    print.mutate(
      { id, ...(reason ? { reason } : {}) },
      {
        onSuccess: ({ url, fileName }) => {
          setOpen(false)
          void openDocument(url, fileName)
        },
      },
    )
  return (
    <View className="stack-s">
      <Button kind="ghost" icon="document" loading={print.isPending} onPress={() => order()}>
        打印申请表
      </Button>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        打印含完整身份证号的表
      </Button>
      <ActSheet
        open={open}
        title="打印含完整身份证号的表"
        form={form}
        pending={print.isPending}
        error={print.error}
        confirmWord="打印并留下记录"
        onClose={() => setOpen(false)}
        onSubmit={({ reason }) => order(reason.trim())}
      >
        <TextareaField
          control={form.control}
          name="reason"
          label="打印原因"
          hint="原因和您的姓名会印在每一页页眉，申请人能看到这次记录；文件一小时后删除。"
          max={100}
        />
      </ActSheet>
    </View>
  )
}
