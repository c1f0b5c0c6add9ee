// Builds dist/: one style sheet, one script, and the few pictures of the style sheet as files of their own
// (the console's pages allow no data: addresses).
import { createHash } from 'node:crypto';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';

const out = new URL('./dist/', import.meta.url);
await rm(out, { recursive: true, force: true });
await mkdir(out);

const { css } = await compileAsync('src/console.scss', {
  loadPaths: ['node_modules'],
  quietDeps: true,
  // Bootstrap 5 is written with them.
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
});
const pictures = new Map();
const withFiles = css.replace(/url\("data:image\/svg\+xml,([^"]+)"\)/g, (_, data) => {
  const svg = data.replace(/%([0-9a-f]{2})/gi, (__, hex) => String.fromCharCode(parseInt(hex, 16)));
  const name = `i-${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`;
  pictures.set(name, svg);
  return `url(${name})`;
});
if (withFiles.includes('data:')) {
  throw new Error('The style sheet still holds a data: address.');
}
for (const [name, svg] of pictures) {
  await writeFile(new URL(name, out), svg);
}
const minified = await transform(withFiles, { loader: 'css', minify: true, target: ['chrome90', 'firefox90', 'safari15'] });
await writeFile(new URL('console.css', out), minified.code);

await copyFile('src/icon.svg', 'dist/icon.svg');

await build({
  entryPoints: ['src/console.js'],
  outfile: 'dist/console.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome90', 'firefox90', 'safari15'],
  legalComments: 'none',
});
