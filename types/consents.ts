import { sha256Hex } from './sha256'

export type ConsentKey = 'volunteer' | 'hazard'
export type ConsentText = {
  key: ConsentKey
  /** Changes whenever the text does; who agreed to another version is asked again. */
  version: string
  title: string
  /** Paragraphs are separated by a line break. */
  text: string
}

const paragraphs = (...lines: string[]) => lines.join('\n')

/**
 * Every privacy text a person was ever asked to agree to, oldest first per key: the record of a consent names version
 * and hash, so an old text stays readable. A changed text is a new entry; a published one is never edited.
 * Contents after 个人信息保护法 articles 17 (who, what for, how long), 29 (separate consent) and 30 (necessity, effect).
 */
export const consentTexts: readonly ConsentText[] = [
  {
    key: 'volunteer',
    version: '2026-1',
    title: '志愿者申请个人信息处理说明（含敏感个人信息单独同意）',
    text: paragraphs(
      '您申请成为安全生产社会监督职工志愿者，需要向您选择的工会提交申请表。处理您个人信息的是该工会及其上级工会，工会审核通过后还有同级安全监管部门。',
      '一、收集什么。姓名、民族、籍贯、政治面貌、学历、联系电话、微信号（选填）、工作单位、部门及职务、专业类别、相关经历；以及两项敏感个人信息：身份证号、健康状况。我们不收集身份证照片。',
      '二、为什么要身份证号。用于核对您是年满 18 周岁的本人、避免同一人重复申请，并办理志愿者实名登记。性别和出生日期由身份证号得出，不再另问。不提供身份证号，就无法完成实名登记和审核。',
      '三、为什么要健康状况。志愿服务会进入生产现场，审核人员要据此判断哪些岗位不适合安排给您。这一项只有审核您申请的人员能看到。',
      '四、对您的影响和我们的保护。身份证号、手机号和健康状况加密保存；页面上的身份证号和手机号都遮去中间几位；工作人员查看完整身份证号必须写明原因，并留下您能看到的记录。若信息泄露，可能给您带来被冒用、被骚扰的风险，发生时我们会立即告知您并采取补救措施。',
      '五、保存多久。撤回申请的，自撤回之日起 30 日后删除；未通过的，自结论之日起 180 日后删除；列入名册的，保存到您退出志愿服务或注销时为止。删除后只保留不含个人信息的统计数字和审核记录。',
      '六、您的权利。您可以在“我的—志愿者”里查看、补充或撤回申请，在“我的—隐私”里注销并删除全部个人信息；也可以联系受理您申请的工会更正。撤回同意不影响撤回之前已经进行的处理。',
      '七、是否同意由您决定。不同意只是不能申请志愿者，扫码答题、随手拍上报隐患等其他功能照常使用。',
    ),
  },
  {
    key: 'hazard',
    version: '2026-1',
    title: '随手拍上报隐患个人信息处理说明',
    text: paragraphs(
      '您上报的隐患由隐患所在地或所在单位的工会受理，处理您个人信息的是该工会及其上级工会。',
      '一、收集什么。您填写的地点、隐患情况和建议，您选择的照片，以及用来向您反馈进度的微信标识。不要求您填写姓名、手机号，也不读取您的位置。',
      '二、照片怎么处理。照片里自带的拍摄位置、设备型号和时间会被去掉，去掉之前别人看不到；请尽量不要拍到无关人员的面部、车牌和证件。',
      '三、谁能看到您是谁。选“实名”，办理的工会干部能看到您填写过的姓名；选“对企业保密”，被反映的企业和该企业的工会都看不到您是谁，只有上级工会在写明原因后才能查看，并留下记录；选“匿名”，我们不保存您的任何标识，您凭手机里的查询口令了解进度。',
      '四、保存多久。隐患记录作为安全生产台账长期保存；您在“我的—隐私”里注销后，记录中与您有关的标识立即删除。',
      '五、您的权利。您可以在“我的—我上报的隐患”里查看进度和内容；需要更正或删除的，请联系受理的工会。是否同意由您决定，不同意只是不能在这里上报，您仍可以拨打 12350、12351 反映。',
    ),
  },
  {
    key: 'hazard',
    version: '2026-2',
    title: '随手拍上报隐患个人信息处理说明',
    text: paragraphs(
      '您上报的隐患由隐患所在地或所在单位的工会受理，处理您个人信息的是该工会及其上级工会。',
      '一、收集什么。您填写的地点、隐患情况和建议，您选择的照片，以及用来向您反馈进度的微信标识。不要求您填写姓名、手机号，也不读取您的位置。',
      '二、照片怎么处理。照片里自带的拍摄位置、设备型号和时间会被去掉，去掉之前别人看不到；请尽量不要拍到无关人员的面部、车牌和证件。',
      '三、谁能看到您是谁。选“实名”，办理的工会干部能看到您填写过的姓名；选“对企业保密”，被反映的企业和该企业的工会都看不到您是谁，只有上级工会在写明原因后才能查看，并留下记录；选“匿名”，上报里不保存您的任何标识，您凭手机里的查询口令了解进度。',
      '四、防止刷屏。每人每天最多上报 20 条。为此系统按天记一个加密的次数记号，里面没有您是谁、报了什么、几点报的，次日删除。',
      '五、保存多久。隐患记录作为安全生产台账长期保存；您在“我的—隐私”里注销后，记录中与您有关的标识立即删除。',
      '六、您的权利。您可以在“我的—我上报的隐患”里查看进度和内容；需要更正或删除的，请联系受理的工会。是否同意由您决定，不同意只是不能在这里上报，您仍可以拨打 12350、12351 反映。',
    ),
  },
]

/** The text that counts today: the latest of its key. */
export const currentConsent = (key: ConsentKey): ConsentText => {
  const text = consentTexts.filter((candidate) => candidate.key === key).at(-1)
  if (!text) throw new Error(`no consent text for ${key}`)
  return text
}

/** What a consent records beside the version: 64 hex digits over the text a person had on the screen. */
export const consentHash = ({ text }: Pick<ConsentText, 'text'>): string => sha256Hex(text)

/** Whether somebody agreed to the text that counts today. */
export const isCurrentConsent = (key: ConsentKey, given: { version: string; textHash: string }): boolean => {
  const current = currentConsent(key)
  return given.version === current.version && given.textHash === consentHash(current)
}
