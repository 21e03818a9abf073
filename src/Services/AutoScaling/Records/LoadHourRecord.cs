namespace Orrery.Services.AutoScaling.Records;

/// <summary>What was measured in an hour, for a forecast.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Load">The load; null without data.</param>
/// <param name="Need">The scaling metric times the capacity; null without data.</param>
public sealed record LoadHourRecord(DateTimeOffset At, double? Load, double? Need);
