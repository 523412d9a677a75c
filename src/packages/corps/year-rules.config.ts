export default definePageConfig({ navigationBarTitleText: '年度规则' })
