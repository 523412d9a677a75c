export default definePageConfig({ navigationBarTitleText: '未到场说明' })
