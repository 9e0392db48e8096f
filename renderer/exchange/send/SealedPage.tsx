import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, Navigate } from 'react-router';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { useJustSealed } from './justSealed.ts';
import { NextSteps } from './NextSteps.tsx';
import { NoteThem, SealedWords } from './SealedWords.tsx';
import classes from './send.module.css';

/** Several files that were sealed in one go: which is for whom, since their names do not say. */
export function SealedPage() {
  const { t } = useLingui();
  const files = useJustSealed((state) => state.files);
  const nothingFor = useJustSealed((state) => state.nothingFor);
  if (files.length === 0) return <Navigate to="/exchange?tab=sent" replace />;
  return (
    <Page>
      <PageHead
        title={t`Sealed`}
        crumbs={[
          { title: t`Exchange`, address: '/exchange' },
          { title: t`Sent`, address: '/exchange?tab=sent' },
        ]}
        line={<Plural value={files.length} one="# file" other="# files, one for each" />}
      />
      <div className={classes.sealedFiles}>
        {files.some(({ words }) => words !== undefined) && <NoteThem />}
        <table className={classes.files}>
          <thead>
            <tr>
              <th scope="col">{t`For`}</th>
              <th scope="col">{t`File`}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ bundle, file, volumes, words, for: name = '' }) => (
              <tr key={bundle}>
                <th scope="row">
                  <IconLock size={16} stroke={1.6} aria-hidden />
                  <Anchor component={Link} to={`/exchange/sent/${bundle}`} inherit>
                    {name}
                  </Anchor>
                </th>
                <td>
                  <span className={classes.fileName}>{file}</span>
                  {volumes !== undefined && (
                    <>
                      {' '}
                      <Plural value={volumes} one="(# part)" other="(# parts)" />
                    </>
                  )}
                  {words !== undefined && <SealedWords bundle={bundle} words={words} name={name} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {nothingFor.length > 0 && (
          <p className={classes.warning}>{t`Nothing goes to: ${nothingFor.join(', ')}. No file was made for them.`}</p>
        )}
        <p className={classes.warning}>
          {t`The names of the files do not say for whom they are. This list is shown now; afterwards the list of what was sent shows what each got.`}
        </p>
        <NextSteps
          several
          inFolder={files.every(({ inFolder }) => inFolder === true)}
          underWords={files.some(({ words }) => words !== undefined)}
        />
      </div>
    </Page>
  );
}
