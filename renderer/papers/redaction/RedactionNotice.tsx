import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import classes from '../papers.module.css';

/** What a paper has to do with redaction: of which paper it is a version, what was made of it, and what is out of date. */
export function RedactionNotice({ paper }: { readonly paper: string }) {
  const { t } = useLingui();
  const { data } = useRead('papers', 'redactions', { paper });
  if (data === undefined || (data.of === undefined && data.versions.length === 0)) return null;
  const { of, versions } = data;
  const nameOf = (title: string) => (title === '' ? t`Without a title` : title);
  return (
    <div className={classes.redaction} role="note">
      {of !== undefined && (
        <p>
          <Trans>
            Redacted version of{' '}
            <Anchor component={Link} to={addressOf('paper', of.paper)} inherit>
              {nameOf(of.title)}
            </Anchor>
            .
          </Trans>{' '}
          <Anchor component={Link} to={addressOf('redaction', of.redaction)} inherit>
            <Trans>What was blacked out</Trans>
          </Anchor>
        </p>
      )}
      {of?.outdated === true && (
        <p className={classes.outdated}>
          <Trans>The original says something else since: this version may be out of date.</Trans>
        </p>
      )}
      {versions.map((version) => (
        <p key={version.paper}>
          <Trans>
            A redacted version was made:{' '}
            <Anchor component={Link} to={addressOf('paper', version.paper)} inherit>
              {nameOf(version.title)}
            </Anchor>
            .
          </Trans>{' '}
          {version.outdated && (
            <span className={classes.outdated}>
              <Trans>It may be out of date: this paper says something else since.</Trans>
            </span>
          )}
        </p>
      ))}
    </div>
  );
}
