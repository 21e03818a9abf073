using Orrery.Services.ApplicationAutoScaling.Ids;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>A resource of tests whose capacity can be set.</summary>
internal sealed record TankRecord
{
    public required ScalableKey Key { get; init; }

    public int Capacity { get; init; }

    public bool IsActive { get; init; } = true;

    public bool IsSettled { get; init; } = true;

    public bool IsScalable { get; init; } = true;

    /// <summary>Whether what is set takes a while.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Why nothing can be set.</summary>
    public string? Refusal { get; init; }
}
