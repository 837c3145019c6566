"""What an attribution is like: stance, kind, certainty, manner, medium, time, addressee."""
