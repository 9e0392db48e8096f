import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { lackingAddress } from '../../application/addresses.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './matrix.module.css';
import type { Addressee, Lacking } from './matrixTypes.ts';

interface AddresseeHeadProps {
  readonly addressee: Addressee;
  /** What they lack, once it was counted. */
  readonly lacks: Lacking | undefined;
}

/** An addressee: who it is, when they were last heard, what they lack, and the way to send it. */
export function AddresseeHead({ addressee, lacks }: AddresseeHeadProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { organisation, organisationName, name, heard, trust } = addressee;
  const isTrusted = trust === 'verified' || trust === 'vouched';
  return (
    <th scope="row">
      <strong>{organisationName || name}</strong>
      {organisationName !== '' && <span>{name}</span>}
      <span>
        {trust === 'revoked'
          ? t`revoked: gets nothing more`
          : heard === undefined
            ? t`nothing heard yet`
            : t`last heard ${formatMomentDay(heard, language)}`}
      </span>
      {lacks !== undefined && (
        <span>
          {lacks.everything
            ? t`has nothing for certain`
            : lacks.records === 0
              ? t`lacks nothing`
              : t`${plural(lacks.records, { one: 'lacks # record', other: 'lacks # records' })}`}
        </span>
      )}
      {isTrusted && organisation !== undefined && lacks?.records !== 0 && (
        <Anchor
          component={Link}
          to={lackingAddress([organisation])}
          className={classes.sendLacking ?? ''}
          aria-label={t`Send all they lack: ${organisationName}`}
        >
          {t`Send all they lack…`}
        </Anchor>
      )}
    </th>
  );
}
