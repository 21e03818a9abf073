namespace Orrery.Host.Simulating;

/// <summary>A zone that is lost in a simulation.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="After">How long after the beginning.</param>
/// <param name="For">How long.</param>
internal sealed record LostZone(string Zone, TimeSpan After, TimeSpan For);
