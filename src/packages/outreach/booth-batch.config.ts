export default definePageConfig({ navigationBarTitleText: '批量新建展台' })
