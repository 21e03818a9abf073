using Orrery.Core;

namespace Orrery.Services.Ec2.Records;

/// <summary>One entry of a prefix list.</summary>
public sealed record PrefixListEntryRecord
{
    /// <summary>The block.</summary>
    public required Cidr Cidr { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }
}
