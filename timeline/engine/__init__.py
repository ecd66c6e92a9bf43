"""Ways to run the per-file work. One file per engine; its name is the engine's name."""
