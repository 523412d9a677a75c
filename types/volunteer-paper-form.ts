/**
 * The paper form (附件1, front and back) and the six steps of recruiting (附件2), copied by hand from the notice, each
 * with where the product has it. A test holds the contract, the phone's page and the printed document against it.
 */
export type PaperField = {
  side: 'front' | 'back'
  /** As it is printed on the form, without blanks. */
  label: string
  /** Paths in the contract's form; what the ID number says is never asked. */
  asked: readonly string[]
  /** Paths in what reviewers and the applicant read. */
  shown: readonly string[]
  /** Words on the pages of the form; none where nothing is asked. */
  page: readonly string[]
}

const asked = (label: string, field: string, page = label): PaperField => ({
  ...{ side: 'front', label, asked: [field], shown: [field], page: [page] },
})

/** Every field of 附件1. */
export const paperFields: readonly PaperField[] = [
  asked('姓名', 'name'),
  { ...asked('性别', 'idCard', '性别'), shown: ['sex'] },
  { ...asked('照片', 'papers.photo'), shown: ['papers'] },
  asked('民族', 'ethnicity'),
  asked('籍贯', 'nativePlace'),
  { ...asked('出生日期', 'idCard', '出生日期'), shown: ['birthDate'] },
  asked('政治面貌', 'political'),
  asked('学历', 'education'),
  asked('健康状况', 'health'),
  asked('微信', 'wechat'),
  asked('联系电话', 'phone'),
  asked('身份证号', 'idCard'),
  asked('工作单位', 'unit'),
  asked('部门及职务', 'post'),
  {
    ...asked('专业类别', 'specialties'),
    ...{ asked: ['specialties', 'otherSpecialty'], shown: ['specialties', 'otherSpecialty'] },
    page: ['专业类别', '电工', '燃气', '建筑', '机械', '化工医药', '其他'],
  },
  {
    ...asked('安全生产或职业卫生相关学历、经历、证书等', 'experience'),
    ...{ asked: ['experience', 'papers.certificates'], shown: ['experience', 'papers'] },
  },
  {
    ...{ side: 'back', label: '我自愿申请成为安全生产社会监督职工志愿者', asked: ['pledge'], shown: ['eligibility'] },
    page: ['我自愿申请成为安全生产社会监督职工志愿者', '我承诺履行志愿服务工作内容，所填写申请信息真实有效'],
  },
  {
    ...{ side: 'back', label: '申请人签字', asked: ['signature', 'papers.signature'], shown: ['signature', 'papers'] },
    page: ['申请人签字'],
  },
  { side: 'back', label: '工会组织意见', asked: [], shown: ['unionOpinion'], page: [] },
  { side: 'back', label: '（审核志愿者资格）', asked: [], shown: ['unionOpinion'], page: [] },
  { side: 'back', label: '安全监管部门意见', asked: [], shown: ['regulatorOpinion'], page: [] },
  { side: 'back', label: '（审核专业性）', asked: [], shown: ['regulatorOpinion'], page: [] },
  { side: 'back', label: '（单位盖章）', asked: [], shown: ['unionOpinion', 'regulatorOpinion'], page: [] },
]

export type PaperStep = {
  no: number
  /** What the notice says, shortened. */
  text: string
  /** Entries of the contract that carry it out. */
  entries: readonly string[]
}

/** The six steps of 附件2, with what carries each out. */
export const paperSteps: readonly PaperStep[] = [
  {
    no: 1,
    text: '职工自愿填写申请表，报送至工会关系所属街道（乡镇）、开发区工会服务站',
    entries: ['reviewers', 'apply'],
  },
  {
    no: 2,
    text: '街道（乡镇）、开发区总工会建立服务队，选派 1 名队伍管理员，与安全监管部门选派的管理员共同管理',
    entries: ['createTeam', 'nameAdmin', 'acceptSeat'],
  },
  {
    no: 3,
    text: '区总工会指导实名注册，审核职工志愿者资格，合格后报送至同级安全监管部门',
    entries: ['queue', 'detail', 'unionReview'],
  },
  {
    no: 4,
    text: '安全监管部门审核专业资格，填写名册汇总表，反馈至工会组织',
    entries: ['regulatorReview', 'sealRoster'],
  },
  { no: 5, text: '区总工会根据名册汇总表进行组队操作', entries: ['confirmRoster', 'addMembers'] },
  { no: 6, text: '区总工会汇总名册汇总表，将复印件报送至市职工服务中心', entries: ['exportRoster', 'noteCopy'] },
]
