import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// A bound, not a wait: a busy machine may need longer than the usual second to fetch a schema.
configure({ asyncUtilTimeout: 10_000 });
