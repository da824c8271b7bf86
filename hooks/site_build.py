"""MkDocs' hooks for this checkout: every event is in `city_relations.engine`."""

from city_relations.engine.events import (  # noqa: F401 - MkDocs finds events by their names
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_post_build,
    on_serve,
)
