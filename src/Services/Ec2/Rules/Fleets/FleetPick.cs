namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>How many instances to launch from a pool.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Count">At least 1.</param>
internal sealed record FleetPick(FleetPool Pool, int Count)
{
    /// <summary>The units that they count.</summary>
    public double Units => Pool.Weight * Count;
}
