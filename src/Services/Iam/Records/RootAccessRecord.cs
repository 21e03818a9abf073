using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Records;

/// <summary>What an organization centralized of the root users of its accounts.</summary>
/// <param name="Organization">The id of the organization: of another one nothing is.</param>
/// <param name="Features">What is enabled.</param>
internal sealed record RootAccessRecord(string Organization, IReadOnlyList<FeatureType> Features);
