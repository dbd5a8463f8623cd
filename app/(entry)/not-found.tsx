import { NotFoundProblem } from '@/components/layout/not-found-problem';

export default NotFoundProblem;
