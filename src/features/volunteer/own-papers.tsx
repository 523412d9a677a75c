import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { PictureRow } from '@/components/photo-grid'
import { Sheet } from '@/components/sheet'
import { openDocument } from '@/lib/open-document'
import { showToast } from '@/lib/toast-store'
import { useDropPhoto, usePrintMine, type Application } from './api'

const Photo = ({ application }: { application: Application }) => {
  const [asking, setAsking] = useState(false)
  const drop = useDropPhoto()
  const confirm = () => {
    setAsking(false)
    drop.mutate(
      { id: application.id, version: application.version },
      { onSuccess: () => showToast('照片已删除', 'good') },
    )
  }
  const photo = application.papers?.photo
  if (!photo) return null
  return (
    <View className="stack-s">
      <View className="text-m">照片</View>
      <PictureRow pictures={[photo]} label="证件照" shape="portrait" />
      <Button small kind="quiet" loading={drop.isPending} onPress={() => setAsking(true)}>
        撤回照片同意并删除
      </Button>
      <ConfirmDialog
        open={asking}
        title="删除这张照片？"
        danger
        confirmWord="删除照片"
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        照片立即删除，申请不受影响，打印的申请表上照片一栏留空。
      </ConfirmDialog>
    </View>
  )
}

/** Pictures I handed in; only the reviewers and I see them. */
export const OwnPapers = ({ application }: { application: Application }) => {
  const { papers } = application
  if (!papers) return null
  return (
    <Card>
      <View className="stack">
        <View className="strong">交上去的照片和签名</View>
        <Photo application={application} />
        {papers.certificates.map((one) => (
          <View key={one.fileId} className="stack-s">
            <View className="text-m">{one.name}</View>
            <PictureRow pictures={[one]} label={one.name} />
          </View>
        ))}
        {papers.signature && (
          <View className="stack-s">
            <View className="text-m">签名</View>
            <PictureRow pictures={[papers.signature]} label="签名" shape="signature" />
          </View>
        )}
        <View className="note">只有您和审核您申请的人员能看到。</View>
      </View>
    </Card>
  )
}

/** The paper form filled in, as a document of my own. */
export const PrintOwn = ({ application: { id } }: { application: Application }) => {
  const [open, setOpen] = useState(false)
  const print = usePrintMine()
  const order = (full: boolean) =>
    print.mutate(
      { id, full },
      {
        onSuccess: ({ url, fileName }) => {
          setOpen(false)
          void openDocument(url, fileName)
        },
      },
    )
  return (
    <>
      <Button kind="ghost" icon="document" onPress={() => setOpen(true)}>
        打印申请表
      </Button>
      <Sheet open={open} title="打印申请表" onClose={() => setOpen(false)}>
        <View className="stack">
          <View className="text-m">按纸质申请表的样式生成 Word 文档，正反两面，可以打印后签字盖章。</View>
          <Button loading={print.isPending} onPress={() => order(false)}>
            遮挡身份证号和电话
          </Button>
          <Button kind="ghost" loading={print.isPending} onPress={() => order(true)}>
            含完整身份证号
          </Button>
          <View className="note">文件一小时后从系统里删除；含完整号码的请妥善保管。</View>
        </View>
      </Sheet>
    </>
  )
}
