import { useShareAppMessage } from '@tarojs/taro'
import type { CertificateView } from 'types/volunteer-certificate'
import { CertificateActs } from '@/components/certificate-acts'
import { CertificatePaper } from '@/components/certificate-paper'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { ShareButton } from '@/components/share-button'
import { ShareCanvas, useSharePicture } from '@/components/share-canvas'
import { Skeleton } from '@/components/skeleton'
import { useMyCertificate } from '@/features/volunteer/year/api'
import { useNeededParam } from '@/hooks/use-needed-param'
import type { ShareFacts } from '@/lib/paint-share'
import { routes } from '@/lib/routes'

/** WeChat would show the screen instead, and on it the full name. */
const cardOf = ({ title, number, issuer }: CertificateView): ShareFacts => ({
  ...{ theme: title, slogan: '点开可核验', days: number, union: issuer },
  colours: ['#b02a24', '#7d1c18'],
})

/** One's own certificate, to keep, print or show; who is sent its card sees the check, never the full name. */
const CertificatePage = () => {
  const id = useNeededParam('id')
  const mine = useMyCertificate(id)
  const imageUrl = useSharePicture(mine.data && cardOf(mine.data))
  useShareAppMessage(() => ({
    title: '我的安全志愿服务证书，点开可核验',
    path: `${routes.volunteerVerify}?id=${id}`,
    ...(imageUrl && { imageUrl }),
  }))
  return (
    <Page title="我的证书" wide footer={mine.data ? <CertificateActs certificate={mine.data} /> : undefined}>
      <QueryView query={mine} skeleton={<Skeleton kind="card" count={1} />}>
        {(certificate) => (
          <>
            <CertificatePaper certificate={certificate} />
            <ShareButton>发给微信好友</ShareButton>
          </>
        )}
      </QueryView>
      <ShareCanvas />
    </Page>
  )
}

export default CertificatePage
