using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>What a rule does to a version from an instant on.</summary>
/// <param name="Version">The version.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Due">When.</param>
/// <param name="StorageClass">The class that it changes to, or null.</param>
/// <param name="Rule">The id of the rule.</param>
internal readonly record struct AgeStep(
    VersionRecord Version, AgeStepKind Kind, DateTimeOffset Due, string? StorageClass, string Rule);
