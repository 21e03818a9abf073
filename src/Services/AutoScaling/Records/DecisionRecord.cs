using Orrery.Core;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>What the policies of a group decided at an instant, where that was something new.</summary>
/// <param name="Key">The group and the instant, the newest first.</param>
/// <param name="Group">The group.</param>
/// <param name="At">When.</param>
/// <param name="From">What it desired.</param>
/// <param name="To">What it desires since.</param>
/// <param name="Winner">The policy that decided; null where none did.</param>
/// <param name="Decision">Whether anything changed, and the reasons.</param>
public sealed record DecisionRecord(
    ScalingKey Key, string Group, DateTimeOffset At, int From, int To, string? Winner, Decision Decision);
