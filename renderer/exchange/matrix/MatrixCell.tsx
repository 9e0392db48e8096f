import { useLingui } from '@lingui/react/macro';
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconCopy, IconMailForward, IconMailOpened, IconRotate2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { lackingAddress } from '../../application/addresses.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useCellWords } from './cellWords.ts';
import classes from './matrix.module.css';
import { type Addressee, type Cell, isSilent, type SentBundle } from './matrixTypes.ts';
import { RecallDialog } from './RecallDialog.tsx';

interface MatrixCellProps {
  readonly cell: Cell;
  readonly bundle: SentBundle;
  readonly addressee: Addressee;
}

/** Where one bundle stands with one addressee, and what can be done about it. */
export function MatrixCell({ cell, bundle, addressee }: MatrixCellProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const language = useLanguage();
  const [recalls, setRecalls] = useState(false);
  const { icon: Sign, word, more, open } = useCellWords()(cell);
  const { organisation, organisationName } = addressee;
  const day = formatMomentDay(bundle.created, language);
  const name = organisationName || addressee.name;
  const sign = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  const remind = async () => {
    // It names nothing of what is inside.
    await navigator.clipboard.writeText(
      t`On ${day} we sealed a bundle for you (number ${cell.number} in our sequence to you), and have not heard of it since. Please open it, or tell us that it did not arrive. Your next bundle to us tells us by itself.`,
    );
    tell(t`The reminder is in the clipboard. It names nothing of what is inside.`);
  };
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <button type="button" className={classes.cell} data-open={open || undefined}>
            <Sign {...sign} />
            <span>
              <span>{word}</span>
              {more.map((one) => (
                <span key={one} className={classes.cellMore}>
                  {` ${one}`}
                </span>
              ))}
              <VisuallyHidden>{` ${t`${name}, bundle of ${day}`}`}</VisuallyHidden>
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconMailOpened {...sign} />}
            onClick={() => navigate(`/exchange/sent/${cell.bundle}`)}
          >
            {t`What was in it`}
          </Menu.Item>
          {isSilent(cell) && (
            <Menu.Item leftSection={<IconCopy {...sign} />} onClick={() => void remind().catch(tellError)}>
              {t`Copy a reminder`}
            </Menu.Item>
          )}
          {organisation !== undefined && (
            <Menu.Item
              leftSection={<IconMailForward {...sign} />}
              onClick={() => navigate(lackingAddress([organisation]))}
            >
              {t`Send again what they lack…`}
            </Menu.Item>
          )}
          {bundle.recalled === undefined && (
            <Menu.Item leftSection={<IconRotate2 {...sign} />} onClick={() => setRecalls(true)}>
              {t`Recall this bundle…`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {recalls && <RecallDialog bundle={cell.bundle} onClose={() => setRecalls(false)} />}
    </>
  );
}
