export default definePageConfig({ navigationBarTitleText: '恢复数据' })
