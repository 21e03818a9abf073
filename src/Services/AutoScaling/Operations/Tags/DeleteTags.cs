using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Tags;

/// <summary>Takes tags of groups away: by key, and by value where one is given.</summary>
public sealed class DeleteTags : IWriteOperation<DeleteTagsRequest, DeleteTagsResult>
{
    /// <inheritdoc/>
    public DeleteTagsResult Run(DeleteTagsRequest request, Call call)
    {
        foreach (var tags in request.Tags!.GroupBy(CreateOrUpdateTags.NameOf, StringComparer.Ordinal))
        {
            var group = Rules.Groups.Open(call, tags.Key);
            call.Write(Tables.Groups).Put(group with
            {
                Tags = group.Tags.RemoveAll(tag =>
                    tags.Any(gone => gone.Key == tag.Key && (gone.Value is null || gone.Value == tag.Value))),
            });
        }

        return new();
    }
}
