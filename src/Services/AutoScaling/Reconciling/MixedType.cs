using Orrery.Contracts.Instances;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>A type that a mixed group may launch.</summary>
/// <param name="Offer">The type, as EC2 offers it.</param>
/// <param name="Priority">The place of its override.</param>
/// <param name="Units">What an instance counts; null for one, where nothing says it.</param>
/// <param name="Template">The template that it is launched from.</param>
/// <param name="ImageId">The image, in the place of the template's.</param>
/// <param name="Sold">Whether it may be launched On-Demand, and as Spot.</param>
internal sealed record MixedType(
    OfferedType Offer, int Priority, int? Units, TemplateRecord Template, string? ImageId,
    (bool OnDemand, bool Spot) Sold)
{
    /// <summary>The name of the type.</summary>
    public string Name => Offer.Name;

    /// <summary>What an instance counts.</summary>
    public int Weight => Units ?? 1;
}
