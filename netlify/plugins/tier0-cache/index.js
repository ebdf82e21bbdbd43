// Netlify restores ~/.m2 only for Clojure projects and knows nothing of our folders, so this does it.
// Every context reads; only production writes: a preview of someone's pull request must not leave anything for the
// production build (the generator checks each entry of its cache by hash all the same).
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What is kept. A folder with digests is written again only when one of those files has changed. */
const folders = (home) => [
  { path: '.tier0/cache' },
  { path: join(home, '.m2/repository'), digests: ['pom.xml', 'site-generator/pom.xml', 'netlify.toml'] },
  { path: process.env.TIER0_TOOLCHAIN || join(home, '.cache/tier0-toolchain'), digests: ['netlify/bootstrap.sh'] },
]

export const onPreBuild = async ({ utils: { cache, status } }) => {
  const restored = []
  for (const { path } of folders(homedir())) {
    if (await cache.restore(path)) restored.push(path)
  }
  console.log(restored.length ? `Restored ${restored.join(', ')}` : 'No cache yet: this build starts from nothing')
  status.show({ summary: `Restored ${restored.length} of 3 cached folders` })
}

export const onPostBuild = async ({ utils: { cache } }) => {
  if (process.env.CONTEXT !== 'production') {
    console.log(`Nothing saved: a ${process.env.CONTEXT} build only reads the cache`)
    return
  }
  for (const { path, digests } of folders(homedir())) {
    if (await cache.save(path, { digests })) console.log(`Saved ${path}`)
  }
}
