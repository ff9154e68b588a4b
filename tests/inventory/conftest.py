"""Property tests here load small models on their first example: no deadline for a single one."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("inventory", deadline=None)
settings.load_profile("inventory")
