import knip from './knip.json' with { type: 'json' }

/**
 * The same files, without those that only tests use: an export for them alone is unused here, but where its own file uses it too.
 */
export default {
  ...knip,
  // What is generated is shipped, so that what makes it is a user.
  entry: [...knip.entry, 'scripts/generate.ts!'],
  project: ['scripts/generate.ts!', 'scripts/generate/**/*.ts!', ...knip.project],
  ignoreExportsUsedInFile: true,
}
