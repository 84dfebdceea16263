import { Client } from 'pg';
import { createShop, shopPassword } from '../scripts/shop-source.mjs';

/** The database of the shop in which a portal gives access; each portal has one of its own. */
export class Shop {
  readonly #database: string;

  /** @param portal - name of the portal, `sqlite` or `postgres` */
  constructor(portal: string) {
    this.#database = shopName(portal);
  }

  async create(): Promise<void> {
    await createShop(superuser(), this.#database);
  }

  /** What Maya gets who selects from a table: rows, or the server's code. */
  async select(table: string): Promise<'rows' | string> {
    return this.#run(
      { user: 'maya_lindholm', password: shopPassword },
      `select * from shop.${table}`,
    );
  }

  /** Runs a statement as the connector's role, behind the portal's back. */
  async changeByHand(statement: string): Promise<void> {
    const result = await this.#run(
      { user: 'dataset_access', password: shopPassword },
      statement,
    );
    if (result !== 'rows') {
      throw new Error(`${statement}: ${result}`);
    }
  }

  async #run(
    as: { user: string; password: string },
    statement: string,
  ): Promise<'rows' | string> {
    const client = new Client({
      ...superuser(),
      ...as,
      database: this.#database,
    });
    await client.connect();
    try {
      await client.query(statement);
      return 'rows';
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await client.end();
    }
  }
}

/** How a portal finds its database of the shop. */
export function shopEnvironment(portal: string): Record<string, string> {
  const { POSTGRES_HOST = '', POSTGRES_PORT = '' } = process.env;
  return {
    DEMO_SOURCE_HOST: POSTGRES_HOST,
    DEMO_SOURCE_PORT: POSTGRES_PORT,
    DEMO_SOURCE_DATABASE: shopName(portal),
    DEMO_SOURCE_PASSWORD: shopPassword,
  };
}

function shopName(portal: string): string {
  return `shop_of_${portal}`;
}

function superuser() {
  const { POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER, POSTGRES_PASSWORD } =
    process.env;
  return {
    host: POSTGRES_HOST,
    port: Number(POSTGRES_PORT),
    user: POSTGRES_USER,
    password: POSTGRES_PASSWORD,
  };
}
