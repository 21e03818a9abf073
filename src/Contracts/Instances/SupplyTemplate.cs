namespace Orrery.Contracts.Instances;

/// <summary>A version of a launch template.</summary>
/// <param name="Id">The template's id.</param>
/// <param name="Name">The template's name.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="InstanceType">The type that it names, if it does.</param>
/// <param name="ImageId">The image that it names, if it does.</param>
public sealed record SupplyTemplate(string Id, string Name, long Version, string? InstanceType, string? ImageId)
{
    /// <summary>Whether it asks for Spot Instances.</summary>
    public bool IsSpot { get; init; }

    /// <summary>The attributes that it asks for in the place of a type: AWS's <c>InstanceRequirements</c> as
    /// JSON.</summary>
    public string? Requirements { get; init; }
}
