import { NotFoundWhenNeeded } from '@/components/layout/not-found-when-needed';

export default function NotFound() {
  return <NotFoundWhenNeeded whole />;
}
