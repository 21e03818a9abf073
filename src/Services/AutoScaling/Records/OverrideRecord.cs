namespace Orrery.Services.AutoScaling.Records;

/// <summary>What a mixed group may launch.</summary>
public sealed record OverrideRecord
{
    /// <summary>The type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The attributes of types, as JSON with AWS's names.</summary>
    public string? Requirements { get; init; }

    /// <summary>The units of an instance; null where none were given.</summary>
    public int? Weight { get; init; }

    /// <summary>The template, where it is not that of the policy.</summary>
    public TemplateRecord? Template { get; init; }

    /// <summary>The image, where it is not that of the template.</summary>
    public string? ImageId { get; init; }
}
