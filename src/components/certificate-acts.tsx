import { Canvas, View } from '@tarojs/components'
import { formatDate } from 'types/calendar'
import { certificateMachine } from 'types/volunteer-certificate-rules'
import type { CertificateView } from 'types/volunteer-certificate'
import { useIsWide } from '@/hooks/use-is-wide'
import type { CertificateFacts } from '@/lib/paint-certificate'
import { printAcross } from '@/lib/print-across'
import { certificateCanvasId, saveCertificate } from '@/lib/save-certificate'
import { showToast } from '@/lib/toast-store'
import { Button } from './button'

const factsOf = ({ title, number, name, body, issuer, issuedAt, state, kind }: CertificateView): CertificateFacts => ({
  ...{ title, number, name: kind === 'team' ? name : `${name} 同志：`, body, issuer, date: formatDate(issuedAt) },
  mark: state === 'valid' ? null : certificateMachine.states[state].label,
})

/** A wide browser window prints; everybody may keep the picture. */
export const CertificateActs = ({ certificate }: { certificate: CertificateView }) => {
  const isWide = useIsWide()
  const print = isWide ? printAcross : null
  const save = () => {
    saveCertificate(factsOf(certificate), certificate.code).catch(() => showToast('没有保存成功，请稍后再试', 'bad'))
  }
  return (
    <View className="stack-s">
      {print && (
        <Button icon="document" onPress={print}>
          打印（A4 横向）
        </Button>
      )}
      <Button kind={print ? 'quiet' : 'primary'} icon="download" onPress={save}>
        保存为图片
      </Button>
      {certificateCanvasId && <Canvas type="2d" id={certificateCanvasId} className="certificate-canvas" />}
    </View>
  )
}
