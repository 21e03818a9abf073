namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>A pool that a fleet may launch from, as allocation sees it.</summary>
/// <param name="Order">Its place among the pools of the fleet: decides ties.</param>
/// <param name="Type">The type.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Weight">How many units an instance counts.</param>
/// <param name="Price">What an hour of an instance costs; null where that is not known.</param>
/// <param name="Free">How many instances there is room for.</param>
internal sealed record FleetPool(int Order, string Type, string Zone, double Weight, decimal? Price, int Free)
{
    /// <summary>The priority that was given: the least goes first; null goes last.</summary>
    public double? Priority { get; init; }

    /// <summary>How plentiful Spot capacity is, from 0 to 1.</summary>
    public double Depth { get; init; }

    /// <summary>How many instances of the fleet it has already.</summary>
    public int Present { get; init; }

    /// <summary>Where the launch template stands among those of the fleet, and the override below it.</summary>
    public (int Config, int? Override) Source { get; init; }

    /// <summary>The subnet that was named.</summary>
    public string? SubnetId { get; init; }

    /// <summary>What a unit costs.</summary>
    public decimal PricePerUnit => Price is { } price ? price / (decimal)Weight : decimal.MaxValue;
}
