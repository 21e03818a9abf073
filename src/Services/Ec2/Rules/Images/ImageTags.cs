using Orrery.Core;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>Parts the tags that a request has for an image from those for its snapshots.</summary>
internal static class ImageTags
{
    /// <summary>Those of the image.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: a type that is neither.</exception>
    public static IReadOnlyList<Tag> ForImage(IReadOnlyList<TagSpecification>? tags) =>
        TagRules.ForNew(VolumeKinds.Image, [.. (tags ?? []).Where(t => t.ResourceType != ResourceType.Snapshot)]);

    /// <summary>Those of the snapshots.</summary>
    public static IReadOnlyList<TagSpecification> ForSnapshots(IReadOnlyList<TagSpecification>? tags) =>
        [.. (tags ?? []).Where(t => t.ResourceType == ResourceType.Snapshot)];

    /// <summary>Tags as a specification.</summary>
    public static IReadOnlyList<TagSpecification> Specification(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? [] : [new() { ResourceType = ResourceType.Image, Tags = tags }];
}
