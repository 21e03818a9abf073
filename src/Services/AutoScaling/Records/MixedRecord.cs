using System.Collections.Immutable;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>The mixed instances policy of a group.</summary>
/// <param name="Template">The template that is launched from where an override names no other.</param>
/// <param name="Overrides">What is launched, the most preferred first; none for what the template says.</param>
/// <param name="Distribution">How capacity is divided.</param>
/// <param name="ByAttributes">Whether types are chosen by their attributes.</param>
public sealed record MixedRecord(
    TemplateRecord Template, ImmutableArray<OverrideRecord> Overrides, DistributionRecord Distribution,
    bool ByAttributes);
