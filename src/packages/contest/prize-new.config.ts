export default definePageConfig({ navigationBarTitleText: '新建奖品' })
