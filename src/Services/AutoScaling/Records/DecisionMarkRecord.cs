namespace Orrery.Services.AutoScaling.Records;

/// <summary>How a group was decided about last.</summary>
/// <param name="At">When.</param>
/// <param name="To">What it desires since.</param>
/// <param name="HeldFor">For what it was left as it was; null where it was changed.</param>
/// <param name="Count">How many decisions there were since this was kept.</param>
public sealed record DecisionMarkRecord(DateTimeOffset At, int To, string? HeldFor, long Count);
