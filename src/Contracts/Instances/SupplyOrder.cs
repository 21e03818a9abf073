namespace Orrery.Contracts.Instances;

/// <summary>An order of instances that are alike.</summary>
public sealed record SupplyOrder
{
    /// <summary>The template that they are launched from; null where there are parameters.</summary>
    public SupplyTemplateName? Template { get; init; }

    /// <summary>What they are launched with, without a template.</summary>
    public SupplyParameters? Parameters { get; init; }

    /// <summary>The subnet to launch into.</summary>
    public required string SubnetId { get; init; }

    /// <summary>The type, in the place of the template's.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The image, in the place of the template's.</summary>
    public string? ImageId { get; init; }

    /// <summary>Whether they are bought as Spot; null as the template says.</summary>
    public bool? IsSpot { get; init; }

    /// <summary>The most to pay for Spot, in USD an hour.</summary>
    public string? SpotMaxPrice { get; init; }

    /// <summary>The placement group to launch into.</summary>
    public string? PlacementGroup { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>The tags of the instances, besides the template's; keys may begin with <c>aws:</c>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
