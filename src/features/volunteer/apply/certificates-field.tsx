import { useState } from 'react'
import { Controller, type Control } from 'react-hook-form'
import { Input, View } from '@tarojs/components'
import { paperLimits } from 'types/volunteer-papers'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'
import { Picture } from '@/components/picture'
import '@/components/field.scss'
import { inputName } from '@/lib/input-name'
import { dropKeptFile, keepFile } from '@/lib/kept-file'
import { newId } from '@/lib/new-id'
import { takePhotos } from '@/lib/take-photos'
import { usePaperUrls, type Before } from './use-paper-urls'
import type { ApplyValues, CertificateValue } from './values'
import './papers.scss'

type RowProps = {
  certificate: CertificateValue
  number: number
  url: string | undefined
  onName: (name: string) => void
  onRemove: () => void
}

const Row = ({ certificate, number, url, onName, onRemove }: RowProps) => (
  <View className="certificate-row">
    <View className="certificate-picture">
      {url && <Picture className="certificate-picture" src={url} label={`证书照片 ${number}`} />}
    </View>
    <View className="grow">
      <Input
        className="field-box field-input"
        value={certificate.name}
        placeholder="如：低压电工作业证"
        placeholderClass="field-blank"
        maxlength={30}
        onInput={(event) => onName(event.detail.value)}
        {...inputName(`证书 ${number} 名称`)}
      />
    </View>
    <Button small kind="quiet" label={`去掉证书 ${number}`} onPress={onRemove}>
      去掉
    </Button>
  </View>
)

type ListProps = { value: CertificateValue[]; onChange: (value: CertificateValue[]) => void; before: Before }

const List = ({ value, onChange, before }: ListProps) => {
  const [busy, setBusy] = useState(false)
  const urls = usePaperUrls(
    value.map(({ kept }) => kept),
    before,
  )
  const room = paperLimits.certificates - value.length
  const add = async () => {
    setBusy(true)
    try {
      const paths = await takePhotos(room)
      const taken = await Promise.all(
        paths.map(async (path) => ({ kept: await keepFile(path, await newId()), name: '' })),
      )
      if (taken.length > 0) onChange([...value, ...taken])
    } finally {
      setBusy(false)
    }
  }
  const remove = (kept: string) => {
    onChange(value.filter((one) => one.kept !== kept))
    if (!kept.startsWith('cloud://')) void dropKeptFile(kept)
  }
  return (
    <View className="stack">
      {value.map((certificate, index) => (
        <Row
          key={certificate.kept}
          certificate={certificate}
          number={index + 1}
          url={urls[certificate.kept]}
          onName={(name) => onChange(value.map((one, at) => (at === index ? { ...one, name } : one)))}
          onRemove={() => remove(certificate.kept)}
        />
      ))}
      {room > 0 && (
        <Button kind="ghost" icon="camera" loading={busy} onPress={() => void add()}>
          {value.length === 0 ? '拍证书照片' : '再添一张'}
        </Button>
      )}
    </View>
  )
}

/** Pictures of certificates, each with its name. */
export const CertificatesField = ({ control, before }: { control: Control<ApplyValues>; before: Before }) => (
  <Controller
    control={control}
    name="certificates"
    render={({ field, fieldState }) => (
      <FieldFrame
        label="证书照片"
        optional
        error={fieldState.error?.message}
        hint={`最多 ${paperLimits.certificates} 张，每张写上名称。请不要拍身份证。`}
      >
        <List value={field.value} onChange={field.onChange} before={before} />
      </FieldFrame>
    )}
  />
)
