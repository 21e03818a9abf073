namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>
/// What may hold back a simple policy. Source: EC2 Auto Scaling User Guide, "Scaling cooldowns": it begins when the
/// last instance has launched or terminated, hooks included.
/// </summary>
/// <param name="Since">When the last scaling activity ended; null where there was none.</param>
/// <param name="Length">How long the cooldown is: the policy's own, else the group's.</param>
/// <param name="IsBusy">Whether a scaling activity or a replacement is under way.</param>
public readonly record struct Cooldown(DateTimeOffset? Since, TimeSpan Length, bool IsBusy = false)
{
    /// <summary>When it ends; null where there is none.</summary>
    public DateTimeOffset? Until => Since + Length;
}
