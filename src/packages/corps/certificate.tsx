import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { CertificateView } from 'types/volunteer-certificate'
import { Button } from '@/components/button'
import { CertificateActs } from '@/components/certificate-acts'
import { CertificatePaper } from '@/components/certificate-paper'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { ReasonForm } from '@/features/corps/year/reason-form'
import { useCertificate, useReissueCertificate, useRevokeCertificate } from '@/features/corps/year/year-api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { saying } from '@/lib/said-and-done'

type Props = { certificate: CertificateView; onClose: () => void }
const rowOf = ({ id, version }: CertificateView) => ({ id, version })

const Revoke = ({ certificate, onClose }: Props) => {
  const command = useRevokeCertificate()
  return (
    <ReasonForm
      title="撤销证书"
      label="撤销原因"
      hint="编号保留，扫码会显示已撤销。"
      confirmWord="撤销这份证书"
      command={command}
      onWords={(reason) => command.mutate({ ...rowOf(certificate), reason }, saying('已撤销', onClose))}
      onClose={onClose}
    />
  )
}

const Reissue = ({ certificate, onClose }: Props) => {
  const command = useReissueCertificate()
  const done = { onSuccess: ({ id }: { id: string }) => replacePage(routes.corpsCertificate, { id }) }
  return (
    <ReasonForm
      title="换发证书"
      label="换发原因"
      hint="换发后用新的编号，旧的扫码会显示已换发。"
      confirmWord="换发"
      command={command}
      onWords={(reason) => command.mutate({ ...rowOf(certificate), reason }, done)}
      onClose={onClose}
    />
  )
}

const sheets = { reissue: Reissue, revoke: Revoke } as const

const Acts = ({ certificate }: { certificate: CertificateView }) => {
  const [open, setOpen] = useState<keyof typeof sheets>()
  const close = useCallback(() => setOpen(undefined), [])
  const Sheet = open && sheets[open]
  return (
    <View className="certificate-around">
      {certificate.reason && <View className="text-m">原因：{certificate.reason}</View>}
      <View className="row-wrap">
        {certificate.acts.includes('reissue') && (
          <Button small kind="ghost" onPress={() => setOpen('reissue')}>
            换发
          </Button>
        )}
        {certificate.acts.includes('revoke') && (
          <Button small kind="quiet" onPress={() => setOpen('revoke')}>
            撤销
          </Button>
        )}
      </View>
      {Sheet && <Sheet certificate={certificate} onClose={close} />}
    </View>
  )
}

/** One certificate: to print, to replace, to revoke. */
const CertificatePage = () => {
  const certificate = useCertificate(useNeededParam('id'))
  return (
    <Page title="证书" wide footer={certificate.data ? <CertificateActs certificate={certificate.data} /> : undefined}>
      <QueryView query={certificate} skeleton={<Skeleton kind="card" count={1} />}>
        {(data) => (
          <>
            <CertificatePaper certificate={data} />
            <Acts certificate={data} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

export default CertificatePage
