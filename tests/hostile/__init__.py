"""Documents made to do harm: each ends in one sentence, in time, within its memory, and costs nobody else anything."""
