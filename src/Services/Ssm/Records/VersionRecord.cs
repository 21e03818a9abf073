using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Records;

/// <summary>One version of a parameter.</summary>
internal sealed record VersionRecord
{
    /// <summary>Name and version, so that they are listed in order.</summary>
    public ParameterKey Id => new($"{Name}\n{Version:D12}");

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Which version it is, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>String, StringList or SecureString.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>The value; of a SecureString encrypted.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The key of a SecureString, as it was asked for.</summary>
    public string? KeyId { get; init; }

    /// <summary>Standard or Advanced.</summary>
    public required ParameterTier Tier { get; init; }

    /// <summary>What the value is: text where it is null, or aws:ec2:image.</summary>
    public string? DataType { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>What values have to match.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>The policies, as they were given.</summary>
    public string? Policies { get; init; }

    /// <summary>The labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string ModifiedBy { get; init; }
}
