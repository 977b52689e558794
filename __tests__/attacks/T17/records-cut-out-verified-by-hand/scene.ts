export { verifyChains as run } from '../../tools.ts'
