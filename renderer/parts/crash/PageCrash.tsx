import { useLocation, useNavigate, useRouteError } from 'react-router';
import { addressIn } from '../../application/navigation.ts';
import { Crash } from './Crash.tsx';

/** What stands in place of a page that stopped working: the frame around it stays. */
export function PageCrash() {
  const error = useRouteError();
  const address = addressIn(useLocation());
  const navigate = useNavigate();
  return <Crash error={error} onAgain={() => navigate(address, { replace: true })} />;
}
