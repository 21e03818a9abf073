using System.Collections.Immutable;
using Orrery.Operations.Tagging;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>The tags of groups. Source: EC2 Auto Scaling User Guide, "Tag Auto Scaling groups and instances".</summary>
internal static class GroupTags
{
    /// <summary>The one kind of resource that can be tagged.</summary>
    public const string Kind = "auto-scaling-group";

    /// <summary>Tags with others added or changed, by key.</summary>
    /// <exception cref="Core.ServiceException">ValidationError, or LimitExceeded.</exception>
    public static ImmutableArray<TagRecord> With(ImmutableArray<TagRecord> tags, IEnumerable<Tag> more)
    {
        var all = tags.ToDictionary(tag => tag.Key, StringComparer.Ordinal);
        foreach (var tag in more)
        {
            if (TagSet.IsReserved(tag.Key!))
                throw Errors.Invalid("Tags with the prefix 'aws:' are reserved for internal use");
            all[tag.Key!] = new(tag.Key!, tag.Value ?? "", tag.PropagateAtLaunch ?? false);
        }

        return all.Count <= TagSet.Most
            ? [.. all.Values.OrderBy(tag => tag.Key, StringComparer.Ordinal)]
            : throw Errors.Limit($"A group has at most {TagSet.Most} tags.");
    }

    /// <summary>A tag as the API writes it.</summary>
    public static TagDescription View(GroupRecord group, TagRecord tag) => new()
    {
        ResourceId = group.Name,
        ResourceType = Kind,
        Key = tag.Key,
        Value = tag.Value,
        PropagateAtLaunch = tag.Propagate,
    };
}
