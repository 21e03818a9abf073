using Orrery.Core;

namespace Orrery.Engines.Scaling.Balance;

/// <summary>Where to launch next.</summary>
/// <param name="Zone">The zone; null where there is none.</param>
/// <param name="Why">The reasons.</param>
public sealed record ZoneChoice(string? Zone, Reason Why);
