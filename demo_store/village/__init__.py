"""The village above single stores: many families supply one store, some leave with their own."""
