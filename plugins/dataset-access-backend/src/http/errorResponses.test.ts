import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import express from 'express';
import request from 'supertest';
import { errorResponses } from './errorResponses';

/** What a caller reads when a route throws, with Backstage's own handler behind ours. */
async function answerTo(thrown: unknown) {
  const logger = mockServices.logger.mock();
  const backstage = MiddlewareFactory.create({
    config: mockServices.rootConfig({
      data: { backend: { baseUrl: 'http://localhost' } },
    }),
    logger: mockServices.rootLogger(),
  });
  const app = express();
  app.get('/', () => {
    throw thrown;
  });
  app.use(errorResponses(logger), backstage.error());
  return { logger, response: await request(app).get('/') };
}

describe('errorResponses', () => {
  it('says nothing of what nobody expected, and logs all of it', async () => {
    const unexpected = Object.assign(
      new Error('select "secret" from "requests" - no such column'),
      { code: 'SQLITE_ERROR' },
    );

    const { response, logger } = await answerTo(unexpected);

    expect(response.status).toBe(500);
    expect(response.body.error.message).toContain('Something went wrong');
    expect(response.text).not.toContain('secret');
    expect(response.text).not.toContain('SQLITE');
    expect(logger.error).toHaveBeenCalledWith('GET / failed', unexpected);
  });

  it('answers what the caller can mend with its code', async () => {
    const { response } = await answerTo(
      new DatasetAccessError('DATASET_NOT_FOUND'),
    );

    expect(response.status).toBe(404);
    expect(response.body.error.code).toBe('DATASET_NOT_FOUND');
  });

  it('leaves the errors of Backstage to Backstage', async () => {
    const { response } = await answerTo(new AuthenticationError('No token'));

    expect(response.status).toBe(401);
    expect(response.body.error.message).toBe('No token');
  });
});
