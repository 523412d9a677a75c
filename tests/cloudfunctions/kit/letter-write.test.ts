import { unzipSync } from 'fflate'
import { writeLetter, type OfficeLetter } from '../../../cloudfunctions/kit/letter-write'

const letter: OfficeLetter = {
  ...{ issuer: '青泽市总工会', number: '青泽市工安建〔2026〕3号', title: '关于整改事故隐患的建议函', to: '泽能机械' },
  body: [{ text: '一、发现的问题', heading: true }, { text: '配电箱门敞开 <b>&"\n电线外皮破损\u0000\u0008' }],
  ...{ signer: '青泽市总工会', signedOn: '2026年6月10日', notes: ['抄送：东原区总工会'] },
}
const partsOf = async (written: OfficeLetter) => {
  const parts = unzipSync(await writeLetter(written))
  return { names: Object.keys(parts), xml: Buffer.from(parts['word/document.xml'] as Uint8Array).toString('utf8') }
}
const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )

test('every part stands where a clerk looks for it, in this order', async () => {
  const { names, xml } = await partsOf(letter)
  expect(names).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']))
  expect(textsOf(xml)).toEqual([
    '青泽市总工会',
    '青泽市工安建〔2026〕3号',
    '关于整改事故隐患的建议函',
    '泽能机械：',
    '一、发现的问题',
    '配电箱门敞开 &lt;b&gt;&amp;&quot;',
    '电线外皮破损',
    '青泽市总工会',
    '2026年6月10日',
    '抄送：东原区总工会',
  ])
})

test('A4 with official margins, red head over a red rule, body in size three with two characters of indent', async () => {
  const { xml } = await partsOf(letter)
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toMatch(/<w:pgMar[^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1588"/)
  expect(xml).toMatch(/<w:color w:val="C00000"\/>/)
  expect(xml).toMatch(/<w:bottom w:val="thickThinSmallGap"[^>]*w:color="C00000"/)
  expect(xml).toMatch(/w:firstLine="640"/)
  expect(xml).toMatch(/<w:sz w:val="32"\/>/)
})
