using Orrery.Core;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>A capacity that is to be.</summary>
/// <param name="To">The capacity.</param>
/// <param name="Cause">Why, in AWS's words.</param>
/// <param name="Why">The reasons, where a rule decided it.</param>
internal sealed record ChangeOrder(int To, string Cause, Reason? Why = null);
