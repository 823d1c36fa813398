import { defineConfig } from 'orval';

export default defineConfig({
  zendrhax: {
    input: 'openapi.json',
    output: {
      target: 'made/orval.ts',
      client: 'fetch',
      baseUrl: { getBaseUrlFromSpecification: true },
    },
  },
});
