namespace Orrery.Contracts.Scaling;

/// <summary>A decision about the size of a group.</summary>
/// <param name="At">When.</param>
/// <param name="From">What was desired.</param>
/// <param name="To">What is desired since.</param>
/// <param name="Winner">The policy or scheduled action that decided; null where a user did, or nobody.</param>
/// <param name="Text">Why, in a sentence.</param>
public sealed record GroupDecision(DateTimeOffset At, int From, int To, string? Winner, string Text);
