import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from '../exchange.module.css';
import { usePurposeWords } from '../words.ts';
import { AddresseeHead } from './AddresseeHead.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import matrixClasses from './matrix.module.css';
import type { Matrix } from './matrixTypes.ts';
import { useLacking } from './useLacking.tsx';

/** Room for the names, and for one bundle. */
const NAMES = 236;
const COLUMN = 132;

/** Addressees beside bundles, the latest bundle first. So many bundles as there is room for; the others by turning over. */
export function MatrixTable({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useLingui();
  const language = useLanguage();
  const purposeWords = usePurposeWords();
  const { ref, width } = useElementSize();
  const [asked, setFirst] = useState(0);
  const lacking = useLacking();
  const bundles = matrix.bundles.filter(({ bundle }) => matrix.cells.some((cell) => cell.bundle === bundle));
  const room = Math.max(1, Math.floor((width - NAMES) / COLUMN));
  const first = Math.max(0, Math.min(asked, bundles.length - room));
  const shown = bundles.slice(first, first + room);
  const cellOf = new Map(matrix.cells.map((cell) => [`${cell.bundle} ${cell.installation}`, cell]));
  const turn = (to: number) => setFirst(Math.max(0, Math.min(to, bundles.length - room)));
  return (
    <div ref={ref} className={matrixClasses.matrixRoom}>
      <div className={matrixClasses.matrixTurn}>
        {lacking.button}
        {bundles.length > room && (
          <span className={classes.position}>
            <span className={classes.count}>
              {t`${first + 1} to ${first + shown.length} of ${bundles.length} bundles`}
            </span>
            <ActionIcon
              variant="default"
              aria-label={t`Later bundles`}
              disabled={first === 0}
              onClick={() => turn(first - room)}
            >
              <IconChevronLeft size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t`Earlier bundles`}
              disabled={first + room >= bundles.length}
              onClick={() => turn(first + room)}
            >
              <IconChevronRight size={18} stroke={1.6} />
            </ActionIcon>
          </span>
        )}
      </div>
      <table className={matrixClasses.matrix} aria-label={t`Who has got what`}>
        <thead>
          <tr>
            <th scope="col">{t`Addressee`}</th>
            {shown.map(({ bundle, purpose, created, recalled }) => (
              <th key={bundle} scope="col">
                <Link to={`/exchange/sent/${bundle}`}>{purposeWords(purpose)}</Link>
                <span>{formatMomentDay(created, language)}</span>
                {recalled !== undefined && <span className={matrixClasses.recalled}>{t`recalled`}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.addressees.map((addressee) => (
            <tr key={addressee.installation}>
              <AddresseeHead addressee={addressee} lacks={lacking.of(addressee.installation)} />
              {shown.map((bundle) => {
                const cell = cellOf.get(`${bundle.bundle} ${addressee.installation}`);
                return (
                  <td key={bundle.bundle}>
                    {cell === undefined ? (
                      <span className={matrixClasses.notFor}>{t`not for them`}</span>
                    ) : (
                      <MatrixCell cell={cell} bundle={bundle} addressee={addressee} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
