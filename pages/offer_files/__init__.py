"""The offer as text: a folder of YAML files that an officer can read and a reviewer can compare."""
