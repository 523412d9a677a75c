import { useState } from 'react'
import { Controller, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'
import { Picture } from '@/components/picture'
import { dropKeptFile, keepFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { takePhotos } from '@/lib/take-photos'
import { showToast } from '@/lib/toast-store'
import { CropSheet } from './crop-sheet'
import { usePaperUrls, type Before } from './use-paper-urls'
import type { ApplyValues } from './values'
import './papers.scss'

type ChosenProps = { value: string; onChange: (kept: string) => void; before: Before }

const Chosen = ({ value, onChange, before }: ChosenProps) => {
  const [raw, setRaw] = useState<string>()
  const url = usePaperUrls([value], before)[value]
  const drop = () => {
    if (value && !value.startsWith('cloud://')) void dropKeptFile(value)
  }
  const take = async () => {
    const [path] = await takePhotos(1)
    if (path) setRaw(path)
  }
  const keep = async (path: string) => {
    const kept = await keepFile(path, await newId()).catch(() => null)
    if (!kept) return showToast('照片没有保存成功，请再试一次', 'bad')
    drop()
    onChange(kept)
    setRaw(undefined)
  }
  return (
    <View className="row">
      <View className="paper-photo">
        {url ? (
          <Picture className="paper-photo-picture" src={url} label="证件照" />
        ) : (
          <View className="note">一寸照</View>
        )}
      </View>
      <View className="stack-s grow">
        <Button kind="ghost" icon="camera" onPress={() => void take()}>
          {value ? '换一张' : '拍照或选照片'}
        </Button>
        {value && (
          <Button
            kind="quiet"
            onPress={() => {
              drop()
              onChange('')
            }}
          >
            去掉照片
          </Button>
        )}
      </View>
      {raw && <CropSheet path={raw} onDone={(path) => void keep(path)} onClose={() => setRaw(undefined)} />}
    </View>
  )
}

/** The photograph of the form, cut to its shape. */
export const PhotoField = ({ control, before }: { control: Control<ApplyValues>; before: Before }) => (
  <Controller
    control={control}
    name="photo"
    render={({ field, fieldState }) => (
      <FieldFrame
        label="照片（证件照）"
        optional
        error={fieldState.error?.message}
        hint="免冠正面照。只有您和审核人员能看到；不放也能提交，打印的表上留空。"
      >
        <Chosen value={field.value} onChange={field.onChange} before={before} />
      </FieldFrame>
    )}
  />
)
