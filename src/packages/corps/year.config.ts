export default definePageConfig({ navigationBarTitleText: '年度记录' })
