import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Directory } from '../../parts/directory/useDirectory.ts';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from '../people.module.css';
import type { DirectoryActions } from './useDirectoryActions.ts';

interface DirectoryHeadProps {
  readonly directory: Directory;
  readonly actions: DirectoryActions;
}

/** How far the directory goes and who signed it last, by which root and which keys. */
export function DirectoryHead({ directory, actions }: DirectoryHeadProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { head, entries, root, keys, maySign } = directory;
  const last = entries.find(({ holds, number }) => holds && number === head?.number);
  return (
    <section aria-label={t`State of the directory`} className={classes.state}>
      <dl>
        <dt>{t`Last entry`}</dt>
        <dd>
          {head !== undefined && last !== undefined && (
            <Trans>
              No. {head.number}, signed by {last.signerName}, {formatMomentDay(last.at, language)}
            </Trans>
          )}
        </dd>
        {root !== undefined && (
          <>
            <dt>{t`Root`}</dt>
            <dd>
              <span className={classes.digits}>{root.digits}</span>{' '}
              {root.waiting ? (
                <Link to="/settings?section=root">{t`waits to be put on paper`}</Link>
              ) : (
                <span className={classes.soft}>{t`on paper`}</span>
              )}
            </dd>
          </>
        )}
        <dt>{t`Keys`}</dt>
        <dd>{keys === 'hybrid' ? t`post-quantum` : t`classic`}</dd>
      </dl>
      {maySign && <ActionButton action={actions.send} />}
    </section>
  );
}
