import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** One catalogue a folder of the interface, in both languages. English is the source. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  catalogs: [
    {
      path: '<rootDir>/renderer/parts/{name}/locales/{locale}',
      include: ['<rootDir>/renderer/parts/{name}/'],
    },
    {
      path: '<rootDir>/renderer/{name}/locales/{locale}',
      include: ['<rootDir>/renderer/{name}/'],
      exclude: ['<rootDir>/renderer/{parts,application,host,language,theme}/**'],
    },
  ],
});
