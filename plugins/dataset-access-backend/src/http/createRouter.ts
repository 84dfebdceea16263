import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import * as OpenApiValidator from 'express-openapi-validator';
import { spec } from '../schema/openapi.gen';
import { errorResponses, noSuchRoute } from './errorResponses';
import {
  OperationHandler,
  OperationHandlers,
  OperationId,
  operationRoute,
} from './operation';

/** @see createRouter */
export interface RouterOptions {
  handlers: OperationHandlers;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}

/** A bulk decision with a hundred long comments still fits. */
const BODY_LIMIT = '1mb';

type Paths = Record<string, Record<string, { operationId: string }>>;

/** The HTTP API: validates every call against the API description, then hands it to the handler of its operation. */
export function createRouter(options: RouterOptions): Router {
  const { handlers, logger } = options;
  const router = PromiseRouter();

  router.get('/openapi.json', (req, res) => {
    res.json({ ...spec, servers: [{ url: req.baseUrl }] });
  });

  // https://openid.net/specs/authorization-api-1_0.html: a caller finds its own id in the answer, whatever that is
  router.use('/access/v1', (req, res, next) => {
    const requestId = req.header('x-request-id');
    if (requestId) {
      res.setHeader('x-request-id', requestId);
    }
    next();
  });
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(
    OpenApiValidator.middleware({
      apiSpec: spec as unknown as Parameters<
        typeof OpenApiValidator.middleware
      >[0]['apiSpec'],
      useRequestUrl: true,
      ignoreUndocumented: true,
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
        allErrors: true,
      },
      validateResponses: false,
      // Backstage has checked the token before we are called
      validateSecurity: false,
    }),
  );
  for (const [path, methods] of Object.entries(spec.paths as Paths)) {
    for (const [method, { operationId }] of Object.entries(methods)) {
      const id = operationId as OperationId;
      router[method as 'get' | 'post'](
        path.replace(/\{(\w+)\}/g, ':$1'),
        operationRoute(
          id,
          handlers[id] as OperationHandler<typeof id>,
          options,
        ),
      );
    }
  }
  router.use(noSuchRoute);
  router.use(errorResponses(logger));
  return router;
}
