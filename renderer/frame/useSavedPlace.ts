import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { addressIn } from '../application/navigation.ts';
import { usePreference } from '../application/preferences.ts';

/** Where this window went last; it outlives the frame, which goes when the vault is locked. */
const whereabouts = { at: '/' };

/**
 * A window that opens without an address opens where the person last went, in whichever window. Going somewhere counts,
 * not being somewhere: windows that come back after unlocking keep their places and say nothing.
 */
export function useSavedPlace(): void {
  const address = addressIn(useLocation());
  const navigate = useNavigate();
  const [saved, save, ready] = usePreference('window.place', z.string().startsWith('/'), '/desk');
  const latest = useRef({ saved, save });
  latest.current = { saved, save };
  useEffect(() => {
    if (!ready) return;
    const went = address !== whereabouts.at;
    whereabouts.at = address;
    if (address === '/') navigate(latest.current.saved, { replace: true });
    else if (went && address !== latest.current.saved) latest.current.save(address);
  }, [ready, address, navigate]);
}
