using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Tags;

/// <summary>
/// Removes tags from resources: by key, by key and value, or all when no tag is given. What is not there is no error.
/// Source: EC2 API Reference, DeleteTags.
/// </summary>
public sealed class DeleteTags : IWriteOperation<DeleteTagsRequest, DeleteTagsResult>
{
    /// <inheritdoc/>
    public DeleteTagsResult Run(DeleteTagsRequest request, Call call)
    {
        var table = call.Write(Tables.Tags);
        foreach (var id in request.Resources!)
        {
            Taggable.Get(call, id);
            if (table.Find(new ResourceKey(id)) is not { } record)
            {
                continue;
            }

            var left = request.Tags is { Count: > 0 } tags
                ? record.Tags.RemoveRange(
                    record.Tags.Where(has => tags.Any(tag => Names(tag, has))).Select(has => has.Key))
                : record.Tags.Clear();
            if (left.IsEmpty)
            {
                table.Remove(record.Id);
            }
            else if (left.Count < record.Tags.Count)
            {
                table.Put(record with { Tags = left });
            }

            Lives.NoteTags(call, id);
            InstanceVolumes.NoteTags(call, id);
        }

        return new();
    }

    private static bool Names(Tag tag, KeyValuePair<string, string> has) =>
        tag.Key == has.Key && (tag.Value is null || tag.Value == has.Value);
}
