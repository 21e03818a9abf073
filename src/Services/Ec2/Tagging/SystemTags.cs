using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Tagging;

/// <summary>Tags that AWS gives itself: their keys begin with aws: and they do not count.</summary>
internal static class SystemTags
{
    /// <summary>Adds them to an instance.</summary>
    public static void Add(Call call, string instance, IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        var all = TagStore.Of(call, instance).SetItems(tags.Select(t => KeyValuePair.Create(t.Key!, t.Value ?? "")));
        call.Write(Tables.Tags).Put(
            new TagsRecord { Id = new(instance), ResourceType = InstanceKinds.Instance.TagType, Tags = all });
    }

    /// <summary>Adds tags to an instance, AWS's own too, and takes others away.</summary>
    public static void Change(
        Call call, string instance, IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> without)
    {
        var all = TagStore.Of(call, instance).SetItems(tags).RemoveRange(without);
        call.Write(Tables.Tags).Put(
            new TagsRecord { Id = new(instance), ResourceType = InstanceKinds.Instance.TagType, Tags = all });
        Lives.NoteTags(call, instance);
    }
}
