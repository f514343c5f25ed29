"""A server for assistants: what the library knows of a report, each answer with the sentence that it rests on."""
