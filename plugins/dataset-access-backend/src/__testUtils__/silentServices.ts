import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';

/** For tests and processes where nobody reads a log. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};

export const silentAuditor: AuditorService = {
  createEvent: async () => ({
    success: async () => {},
    fail: async () => {},
  }),
};
