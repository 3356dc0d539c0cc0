"""Every speed and cost figure of the README comes from here, and the people it is measured with."""
