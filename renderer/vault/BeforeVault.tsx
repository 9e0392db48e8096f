import { type ReactNode, useEffect } from 'react';
import { type GateScreen, useGate } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import { FirstStart } from './firstStart/FirstStart.tsx';
import { NewKey } from './NewKey.tsx';
import { OpenElsewhere } from './OpenElsewhere.tsx';
import { Recover } from './Recover.tsx';
import { RestoreVault } from './RestoreVault.tsx';
import { StartExercise } from './StartExercise.tsx';
import { StartNetworkLater } from './StartNetworkLater.tsx';
import { Unlock } from './Unlock.tsx';
import { Welcome } from './Welcome.tsx';

interface BeforeVaultProps {
  readonly screen: GateScreen | undefined;
  /** Whether a vault is open is not known yet. */
  readonly waiting: boolean;
  readonly unlockOnly: boolean;
}

/** What was asked for; else unlocking where there is a vault, and the welcome where there is none. */
export function BeforeVault({ screen, waiting, unlockOnly }: BeforeVaultProps): ReactNode {
  const places = useRead('vault', 'places', {});
  const known = useGate((state) => state.folder);
  useEffect(() => {
    // Else the browser would show a file that is dropped, in the window's place.
    const keep = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
  const asked = unlockOnly ? undefined : screen;
  switch (asked?.of) {
    case 'welcome':
      return <Welcome />;
    case 'begin':
      return <FirstStart />;
    case 'exercise':
      return <StartExercise />;
    case 'network':
      return <StartNetworkLater />;
    case 'elsewhere':
      return <OpenElsewhere />;
    case 'recover':
      return <Recover folder={asked.folder} />;
    case 'restore':
      return <RestoreVault folder={asked.folder} />;
    case 'newKey':
      return <NewKey folder={asked.folder} />;
    default:
      if (waiting || places.data === undefined) return null;
      return unlockOnly || places.data.vaults.length > 0 || known !== undefined ? (
        <Unlock vaults={places.data.vaults} known={known} alone={unlockOnly} />
      ) : (
        <Welcome />
      );
  }
}
