import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import type { Preview } from '../words.ts';

const SHOWN = 3;

/** Persons and organisations of a bundle that are likely made twice; once they are here, the way to join them. */
export function LikelyTheSame({ preview }: { readonly preview: Preview }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const { duplicates, lines } = preview;
  if (duplicates.length === 0) return null;
  const open = new Set<string>(lines.flatMap(({ record, decision }) => (decision === 'accepted' ? [] : [record])));
  const isHere = ({ one, other }: Preview['duplicates'][number]) => !open.has(one.record) && !open.has(other.record);
  const more = duplicates.length - SHOWN;
  return (
    <div className={classes.warning}>
      {t`Likely the same, made twice:`}
      <ul className={classes.likely}>
        {duplicates.slice(0, SHOWN).map((pair) => {
          const { kind, one, other } = pair;
          const names = [one, other].map(({ title }) => nameOf({ kind, title })).join(' · ');
          return (
            <li key={`${one.record} ${other.record}`}>
              {isHere(pair) ? (
                <Anchor
                  component={Link}
                  to={`/exchange/conflicts?pair=${one.record}~${other.record}`}
                  c="inherit"
                  underline="always"
                >
                  {names}
                </Anchor>
              ) : (
                names
              )}
            </li>
          );
        })}
        {more > 0 && <li>{t`and ${more} more`}</li>}
      </ul>
      {!duplicates.every(isHere) && t`Once accepted they can be joined, or told apart.`}
    </div>
  );
}
