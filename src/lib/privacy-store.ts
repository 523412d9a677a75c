import { create } from 'zustand'

/** What the phone may ask for, and the sentence that says why. */
export const privacyPurposes = {
  photo: { name: '照片', why: '拍照，或从相册选取您要交的照片。照片里的位置信息会先在手机上去除。' },
  phone: { name: '手机号', why: '只用于工会就您申请或上报的事项联系您，不会公开。' },
  clipboard: { name: '剪贴板', why: '把编号或文字复制到剪贴板，方便您粘贴给别人。' },
  album: { name: '相册（仅写入）', why: '把展台码的图片存到您的相册，方便打印张贴；不读取相册里的照片。' },
  file: { name: '选中的文件', why: '读取您选中的题库表格，用于检查和导入题目。' },
  camera: { name: '摄像头', why: '扫描展台、邀请或证书上的码。' },
  location: { name: '位置', why: '签到时由您选择是否附上：只算出离集合地点多少米，位置本身不保存。' },
  idcard: { name: '身份证号', why: '只用于志愿者资格核对，加密保存，页面只显示头尾几位。' },
} as const
export type PrivacyPurpose = keyof typeof privacyPurposes

type Ask = {
  purpose: PrivacyPurpose
  /** Called once, with the person's answer. */
  answer: (agreed: boolean) => void
}

/** The question on screen, if any. Drawn by PrivacyPopup. */
export const usePrivacyAsk = create<{ ask: Ask | null }>(() => ({ ask: null }))

/** Shows the question; a second one while it is open counts as "not now". */
export const openPrivacyAsk = (purpose: PrivacyPurpose): Promise<boolean> => {
  if (usePrivacyAsk.getState().ask) return Promise.resolve(false)
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      usePrivacyAsk.setState({ ask: null })
      resolve(agreed)
    }
    usePrivacyAsk.setState({ ask: { purpose, answer } })
  })
}
