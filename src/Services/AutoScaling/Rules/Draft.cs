using Orrery.Core;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>An activity that begins.</summary>
/// <param name="Description">What is done.</param>
/// <param name="Cause">Why.</param>
internal sealed record Draft(string Description, string Cause)
{
    /// <summary>The instance that it is about.</summary>
    public MemberRecord? Member { get; init; }

    /// <summary>Where, if it is about no instance.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>Where it begins.</summary>
    public ScalingActivityStatusCode Status { get; init; } = ScalingActivityStatusCode.InProgress;

    /// <summary>What went wrong.</summary>
    public string? Message { get; init; }

    /// <summary>In percent; 100 where it ends as it begins.</summary>
    public int Progress { get; init; }

    /// <summary>The reasons.</summary>
    public Reason? Why { get; init; }
}
