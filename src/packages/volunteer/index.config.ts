export default definePageConfig({ navigationBarTitleText: '安全监督志愿者' })
