using Orrery.Kernel.Time;

namespace Orrery.Kernel.Storage;

/// <summary>What is fixed when a world is made. Persisted: the shape only grows.</summary>
/// <param name="Seed">The seed of all ids and randomness.</param>
/// <param name="Start">The virtual instant at which the world begins.</param>
/// <param name="Mode">How its clock begins.</param>
/// <param name="Rate">Virtual seconds per real second, for a live clock.</param>
public sealed record StoreHeader(long Seed, DateTimeOffset Start, ClockMode Mode, double Rate);
