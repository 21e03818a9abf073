using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A launch template; its versions are rows of their own.</summary>
public sealed record LaunchTemplateRecord
{
    /// <summary>The id.</summary>
    public required LaunchTemplateId Id { get; init; }

    /// <summary>Its name, unique in the region.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The version that is meant where none is named.</summary>
    public required long DefaultVersion { get; init; }

    /// <summary>The newest version that there is.</summary>
    public required long LatestVersion { get; init; }

    /// <summary>How many versions were ever made; deleted numbers are not used again.</summary>
    public required long Made { get; init; }
}
