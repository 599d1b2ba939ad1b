"""Many runs, kept by all that they depend on."""
