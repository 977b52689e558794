ROLES = []
