"""Words that name a person or tell where a person comes from, and what is read in their place."""
