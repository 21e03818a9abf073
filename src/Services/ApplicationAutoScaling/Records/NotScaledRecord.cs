namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>Why nothing was scaled.</summary>
/// <param name="Code">AWS's code.</param>
/// <param name="Min">The minimum, where that is why.</param>
/// <param name="Max">The maximum, where that is why.</param>
/// <param name="Current">The capacity, where that is why.</param>
public sealed record NotScaledRecord(string Code, int? Min = null, int? Max = null, int? Current = null);
