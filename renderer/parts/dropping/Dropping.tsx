import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { receivedAddress } from '../../application/addresses.ts';
import { useReadAgain } from '../../application/queries.ts';
import { ArrivalPanel } from './ArrivalPanel.tsx';
import { type Incoming, useArrivals } from './arrivals.ts';
import classes from './dropping.module.css';
import { useFileTaker, useTakers } from './takers.ts';
import { useTakeArrivals } from './useTakeArrivals.ts';

/**
 * Files that come to the window: dropped anywhere on it, chosen by a button, or opened with the application. Bundles are
 * opened, cards are added, features take what they have registered for (`useFileTaker`), and everything else is named.
 */
export function Dropping() {
  const { t } = useLingui();
  const host = useHost();
  const client = useClient();
  const readAgain = useReadAgain();
  const over = useFilesOver();
  const takers = useTakers((state) => state.takers);
  useFileTaker({
    id: 'bundles',
    endings: ['amber'],
    intent: t`Bundles (.amber) are checked and opened. Nothing is taken over before you decide.`,
    async take(_file, { job, parts, passphrase }) {
      const { bundle, sender, repeated } = await client.exchange.open({
        file: parts.map(({ file }) => file),
        job,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      const from = sender.organisationName;
      return {
        says: repeated
          ? t`From ${from}. It is here already; nothing was changed.`
          : t`From ${from}. It waits for your decision; nothing was taken over yet.`,
        address: receivedAddress(bundle),
      };
    },
  });
  useFileTaker({
    id: 'cards',
    endings: ['ambercard'],
    intent: t`Cards (.ambercard) are added. They are trusted once you have verified them.`,
    async take({ file }) {
      const card = await client.exchange.addCard({ file });
      await readAgain('exchange');
      return { says: t`Card of ${card.name}, ${card.organisationName}. It is kept.`, card };
    },
  });
  useTakeArrivals();
  useEffect(() => host.opened((file) => useArrivals.getState().receive([{ source: file }], 'opened')), [host]);
  useEffect(() => host.subscribe((event) => event.event === 'vaultLocked' && useArrivals.getState().forget()), [host]);
  return (
    <>
      {over && (
        <div className={classes.overlay}>
          <div className={classes.invitation}>
            <strong>{t`Drop the files here`}</strong>
            {takers.map(({ id, intent }) => (
              <span key={id}>{intent}</span>
            ))}
          </div>
        </div>
      )}
      <ArrivalPanel />
    </>
  );
}

/** Whether files are held over the window. Those that are dropped where nothing else takes them arrive. */
function useFilesOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      // Else the browser would open the file in the window's place.
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      useArrivals.getState().receive(filesIn(event.dataTransfer));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Has to look at once: after the event the browser tells nothing more. */
function filesIn(transfer: DataTransfer | null): Incoming[] {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  return items.flatMap((item) => {
    const source = item.getAsFile();
    return source === null ? [] : [{ source, folder: item.webkitGetAsEntry()?.isDirectory === true }];
  });
}
