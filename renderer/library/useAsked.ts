import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Asked, askedIn, paramsOf } from './asked.ts';

/** Words are looked for when nobody has typed for so long (milliseconds). */
const PAUSE = 70;

/** What is asked: as it is on the page, as it is looked for, and a way to change it. The address follows. */
export function useAsked() {
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState(() => askedIn(params));
  const [words, settle] = useState(asked.words);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The address as this page last wrote or read it: another one came from elsewhere. */
  const written = useRef(params.toString());
  const wanted = paramsOf({ ...asked, words }).toString();

  const show = (next: Asked, settles: boolean) => {
    clearTimeout(pause.current);
    setAsked(next);
    if (settles) settle(next.words);
    else pause.current = setTimeout(() => settle(next.words), PAUSE);
  };
  const ask = (change: Partial<Asked>) => show({ ...asked, ...change }, Object.keys(change).join() !== 'words');

  const latest = useRef({ show, setParams });
  latest.current = { show, setParams };
  useEffect(() => {
    if (params.toString() === written.current) return;
    written.current = params.toString();
    latest.current.show(askedIn(params), true);
  }, [params]);
  useEffect(() => {
    if (wanted === written.current) return;
    written.current = wanted;
    latest.current.setParams(wanted, { replace: true });
  }, [wanted]);
  useEffect(() => () => clearTimeout(pause.current), []);
  return { asked, settled: { ...asked, words }, ask };
}
