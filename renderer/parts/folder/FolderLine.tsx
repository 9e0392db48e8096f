import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconFolder, IconFolderOff } from '@tabler/icons-react';
import { useRead } from '../../application/queries.ts';
import classes from './folder.module.css';

/** How the exchange folder is, in a line: there, out of reach, with something still arriving. Not there without one. */
export function FolderLine() {
  const { t } = useLingui();
  const { data } = useRead('folder', 'read', {});
  if (data === undefined || data.state === 'none') return null;
  const { state, path, unfinished } = data;
  if (state === 'gone') {
    return (
      <p className={classes.gone} role="status">
        <IconFolderOff size={18} stroke={1.6} aria-hidden />
        <span>
          <Trans>The exchange folder {path} cannot be reached at this moment. It is looked for again by itself.</Trans>
        </span>
      </p>
    );
  }
  return (
    <p className={classes.state} role="status">
      <IconFolder size={18} stroke={1.6} aria-hidden />
      <span>
        {t`The exchange folder is watched.`}{' '}
        {unfinished > 0 && (
          <Plural
            value={unfinished}
            one="One bundle in it is still arriving or incomplete; it is left alone."
            other="# bundles in it are still arriving or incomplete; they are left alone."
          />
        )}
      </span>
    </p>
  );
}
