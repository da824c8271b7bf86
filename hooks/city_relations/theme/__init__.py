"""The theme as MkDocs finds it: `theme: {name: city_relations}`."""
