export { msgAnchor } from './msgAnchor.ts'
export { msgAttest } from './msgAttest.ts'
export { msgDefineResolver } from './msgDefineResolver.ts'
export { msgRegisterResolver } from './msgRegisterResolver.ts'
