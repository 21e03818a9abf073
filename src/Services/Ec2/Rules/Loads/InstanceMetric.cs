using Orrery.Contracts.Instances;
using Orrery.Engines.Load.Serving;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>A metric of AWS/EC2.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Merge">How minutes become five.</param>
/// <param name="Of">Its value in a minute.</param>
internal sealed record InstanceMetric(string Name, string Unit, MetricMerge Merge, Func<Minute, double> Of)
{
    /// <summary>Minutes of a sample, if always the same; else the instance's monitoring decides.</summary>
    public int? Step { get; init; }

    /// <summary>Whether only burstable types have it.</summary>
    public bool OfCredits { get; init; }

    /// <summary>Whether only Nitro types have it.</summary>
    public bool OfNitro { get; init; }

    /// <summary>The status checks that it counts, if it does.</summary>
    public IReadOnlyList<CheckKind> Checks { get; init; } = [];

    /// <summary>Whether those with detailed monitoring have it together.</summary>
    public bool Aggregated => Step is null;
}
