"""What the measures of texts are made of: reports and their parts, dictionaries, words, n-grams, sentences."""
