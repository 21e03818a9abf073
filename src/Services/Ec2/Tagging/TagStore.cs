using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Tagging;

/// <summary>Reads and writes the tags of resources, by resource id.</summary>
internal static class TagStore
{
    /// <summary>The tags of a resource, ordered by key; empty when it has none.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ReadCall call, string id) =>
        call.Read(Tables.Tags).Find(new ResourceKey(id))?.Tags ?? Empty;

    /// <summary>The tags of a resource as the API writes them; empty when it has none.</summary>
    public static IReadOnlyList<Tag> View(ReadCall call, string id) =>
        Of(call, id) is { Count: > 0 } tags
            ? [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })]
            : [];

    /// <summary>
    /// Puts the tags that a create operation was given for the kind of resource it makes. A specification for another
    /// kind is refused.
    /// </summary>
    /// <exception cref="Core.ServiceException">
    /// A specification names another resource type, or a tag is not allowed.
    /// </exception>
    public static void PutNew(Call call, ResourceKind kind, string id, IReadOnlyList<TagSpecification>? specifications)
    {
        var tags = TagRules.ForNew(kind, specifications);
        if (tags.Count > 0)
        {
            Put(call, kind, id, tags);
        }
    }

    /// <summary>Adds tags to a resource, replacing the values of keys that it has.</summary>
    /// <exception cref="Core.ServiceException">A tag is not allowed, or there would be more than 50.</exception>
    public static void Put(Call call, ResourceKind kind, string id, IReadOnlyList<Tag> tags)
    {
        var table = call.Write(Tables.Tags);
        var merged = Of(call, id).ToBuilder();
        foreach (var tag in tags)
        {
            TagRules.Check(tag);
            merged[tag.Key!] = tag.Value ?? "";
        }

        TagRules.CheckCount(id, merged.Count);
        table.Put(
            new TagsRecord { Id = new ResourceKey(id), ResourceType = kind.TagType, Tags = merged.ToImmutable() });
        Lives.NoteTags(call, id);
        InstanceVolumes.NoteTags(call, id);
    }

    /// <summary>Removes all tags of a resource that is going away.</summary>
    public static void Forget(Call call, string id) => call.Write(Tables.Tags).Remove(new ResourceKey(id));

    private static readonly ImmutableSortedDictionary<string, string> Empty =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
