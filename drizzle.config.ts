/** Where `npm run db:generate` finds the schema and puts its migrations. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./db/schema.ts", out: "./db/migrations" });
