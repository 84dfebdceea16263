import { APIRequestContext, expect } from '@playwright/test';
import { createServer, Server } from 'node:http';
import { personaHeaders } from './personaHeaders';

/** As in app-config.yaml beside this file. */
const PORT = 7119;

/** A dataset that comes into the catalog while the portal runs. */
export interface LaterDataset {
  name: string;
  title: string;
  owner: string;
  system: string;
}

/** Serves descriptions of datasets, and registers them with the catalog as somebody who may. */
export class LaterDatasets {
  readonly #server: Server;
  readonly #datasets = new Map<string, LaterDataset>();
  readonly #http: APIRequestContext;
  readonly #registered: string[] = [];

  /** @param http - where the portal is */
  static async serve(http: APIRequestContext): Promise<LaterDatasets> {
    const datasets = new LaterDatasets(http);
    await new Promise<void>(resolve =>
      datasets.#server.listen(PORT, 'localhost', resolve),
    );
    return datasets;
  }

  private constructor(http: APIRequestContext) {
    this.#http = http;
    this.#server = createServer((request, response) => {
      const dataset = this.#datasets.get(request.url ?? '');
      response
        .writeHead(dataset ? 200 : 404, { 'content-type': 'text/yaml' })
        .end(dataset && describe(dataset));
    });
  }

  async add(dataset: LaterDataset): Promise<void> {
    const path = `/${dataset.name}.yaml`;
    this.#datasets.set(path, dataset);
    const response = await this.#http.post('/api/catalog/locations', {
      headers: await personaHeaders(this.#http, 'priya.raman'),
      data: { type: 'url', target: `http://localhost:${PORT}${path}` },
    });
    expect(response.ok(), await response.text()).toBe(true);
    const { location } = await response.json();
    this.#registered.push(location.id);
  }

  /** Takes them out of the catalog again. */
  async close(): Promise<void> {
    for (const id of this.#registered) {
      await this.#http.delete(`/api/catalog/locations/${id}`, {
        headers: await personaHeaders(this.#http, 'priya.raman'),
      });
    }
    await new Promise(resolve => this.#server.close(resolve));
  }
}

function describe({ name, title, owner, system }: LaterDataset): string {
  return JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, title },
    spec: { type: 'dataset', owner, system },
  });
}
