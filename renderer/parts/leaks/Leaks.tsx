import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { AuditDetails, type Leak } from '../../../domain/audit/audit.ts';
import { isInAttachment, placeInWords } from '../../../domain/audit/places.ts';
import { hasCode } from '../../../domain/errors.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { languageOf } from '../../language/language.ts';
import { useRecordName } from '../picker/recordName.ts';
import classes from './leaks.module.css';

/** Where something withheld stands in a finished file that was stopped for it, and of which record it is. */
export function Leaks({ error }: { readonly error: unknown }) {
  const { t } = useLingui();
  const leaks = leaksIn(error);
  if (leaks.length === 0) return null;
  return (
    <ul className={classes.leaks} aria-label={t`Where it stands`}>
      {leaks.map((leak) => (
        <LeakLine key={`${leak.place} ${leak.is} ${leak.record ?? ''} ${leak.within ?? ''}`} leak={leak} />
      ))}
    </ul>
  );
}

function leaksIn(error: unknown): readonly Leak[] {
  if (!hasCode(error, 'release.audit') || !(error instanceof Error) || !('details' in error)) return [];
  const details = AuditDetails.safeParse(error.details);
  return details.success ? details.data.leaks : [];
}

function LeakLine({ leak: { place, is, record, within } }: { readonly leak: Leak }) {
  const { t, i18n } = useLingui();
  const id = RecordId.safeParse(record);
  const there = RecordId.safeParse(within);
  const what: Readonly<Record<Leak['is'], string>> = {
    words: t`Words`,
    id: t`An id`,
    file: t`A file`,
    machine: t`The folder of the vault, or a name of this computer`,
  };
  return (
    <li>
      <b>{placeInWords(place, languageOf(i18n.locale))}</b>
      {there.success && <RecordOf id={there.data} />}
      <span>{what[is]}</span>
      {id.success && record !== within && <RecordOf id={id.data} />}
      {isInAttachment(place) && <span>{t`Set the file apart under a stricter mark, or take it off the paper.`}</span>}
    </li>
  );
}

function RecordOf({ id }: { readonly id: RecordId }) {
  const { data } = useRead('records', 'read', { id });
  const nameOf = useRecordName();
  if (data === undefined) return null;
  return (
    <Anchor component={Link} to={addressOf(data.kind, id)} inherit>
      {nameOf(data)}
    </Anchor>
  );
}
