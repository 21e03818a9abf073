namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>The last change of a capacity by a policy.</summary>
/// <param name="At">When.</param>
/// <param name="Base">The capacity that it began from; within a cooldown that of the first of several.</param>
/// <param name="To">The capacity since.</param>
public sealed record MoveRecord(DateTimeOffset At, int Base, int To);
