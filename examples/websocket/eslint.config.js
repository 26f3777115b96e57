import { defineConfig } from "eslint/config";
import ssot from "eslint-plugin-ssot";

export default defineConfig([ssot.configs.recommended]);
