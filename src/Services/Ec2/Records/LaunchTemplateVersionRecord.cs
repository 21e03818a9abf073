using System.Globalization;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A version of a launch template.</summary>
public sealed record LaunchTemplateVersionRecord
{
    /// <summary>The template's id and the number.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>The template.</summary>
    public required LaunchTemplateId TemplateId { get; init; }

    /// <summary>The number: 1 for the first.</summary>
    public required long Number { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The launch parameters as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The key of a version: in the order of numbers.</summary>
    public static ResourceKey KeyOf(LaunchTemplateId template, long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{template} {number:d9}"));
}
