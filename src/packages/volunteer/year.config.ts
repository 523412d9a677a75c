export default definePageConfig({ navigationBarTitleText: '我的年度服务' })
