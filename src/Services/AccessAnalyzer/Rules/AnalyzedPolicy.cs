using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>A resource with all policies that decide about it.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Type">What it is, for example <c>AWS::SQS::Queue</c>.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Fingerprint">A hash of the policies.</param>
/// <param name="Policies">The policies, read when they are asked for.</param>
internal sealed record AnalyzedPolicy(
    string Arn, string Type, string Account, string Fingerprint, Func<ResourcePolicies> Policies)
{
    /// <summary>The access points in front of it, read when they are asked for.</summary>
    public Func<IEnumerable<AnalyzedFront>> Fronts { get; init; } = static () => [];
}
