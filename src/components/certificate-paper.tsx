import { View } from '@tarojs/components'
import { formatDate } from 'types/calendar'
import { certificateMachine } from 'types/volunteer-certificate-rules'
import type { CertificateView } from 'types/volunteer-certificate'
import { Picture } from './picture'
import './certificate-paper.scss'

/** A certificate as it is handed over: fits the phone's width, and an A4 sheet across when printed. */
export const CertificatePaper = ({ certificate }: { certificate: CertificateView }) => {
  const { title, name, body, issuer, issuedAt, number, code, state, kind } = certificate
  return (
    <View className="certificate">
      <View className="certificate-frame">
        <View className="certificate-title">{title}</View>
        <View className="certificate-number">编号：{number}</View>
        <View className="certificate-name">{kind === 'team' ? name : `${name} 同志：`}</View>
        <View className="certificate-body">{body}</View>
        <View className="certificate-foot">
          <View className="certificate-code-box">
            <Picture className="certificate-code" mode="aspectFit" src={code} label="核验用的小程序码" />
            <View className="certificate-hint">扫码核验</View>
          </View>
          <View className="certificate-issuer">
            <View>{issuer}</View>
            <View>{formatDate(issuedAt)}</View>
          </View>
        </View>
        {state !== 'valid' && <View className="certificate-void">{certificateMachine.states[state].label}</View>}
      </View>
    </View>
  )
}
