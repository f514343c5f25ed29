"""Tables in files: a format a module, which has its writer and its reader; `formats` lists them."""
