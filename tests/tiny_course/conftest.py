"""The laws look at the programs and exercises of this course; its claims are tested as they are."""

collect_ignore = ["snippets"]
