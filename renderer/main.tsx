import { createRoot } from 'react-dom/client';
import { Application } from './application/Application.tsx';
import { isOpenSession } from './application/openSession.ts';
import { createOpenSessionHost } from './host/openSessionHost.ts';
import { pickHost } from './host/pickHost.ts';
import { speak, systemLanguage } from './language/language.ts';
import { OpenSessionWindow } from './OpenSessionWindow.tsx';
import { Window } from './Window.tsx';

const root = document.getElementById('root');
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

// The library that stops a page from scrolling behind a dialog adds a style of its own: it asks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

speak(systemLanguage());
if (root !== null) {
  createRoot(root).render(
    isOpenSession ? (
      <Application host={createOpenSessionHost(pickHost())}>
        <OpenSessionWindow nonce={nonce} />
      </Application>
    ) : (
      <Application host={pickHost()}>
        <Window nonce={nonce} />
      </Application>
    ),
  );
}
