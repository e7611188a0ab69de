/** Telegram lets a bot fetch no larger file, bytes (F45). */
export const fetchBytesMax = 20 * 1024 * 1024;
