"""The database: records go in and out, never rows. Only here is SQLAlchemy imported."""
