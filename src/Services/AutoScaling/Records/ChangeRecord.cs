using Orrery.Core;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>Why a group desires what it desires.</summary>
/// <param name="At">Since when.</param>
/// <param name="Text">In AWS's words, as causes of activities begin.</param>
/// <param name="Why">The reasons, where a rule decided it.</param>
public sealed record ChangeRecord(DateTimeOffset At, string Text, Reason? Why);
